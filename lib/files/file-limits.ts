/** The most that one attachment may weigh: 10 MB. */
export const maxFileBytes = 10_000_000;

/** The most attachments of one case, whatever its components allow together. */
export const maxFilesPerCase = 50;
