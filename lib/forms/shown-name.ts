/**
 * Name of the hidden inputs that tell what a posted page showed: ids of its components, as unticked boxes post nothing
 * themselves, and of a repeating group its own id and `<id>[<index>]` of each row.
 */
export const shownName = '_shown';
