import type { archive as nb } from '../nb/archive.ts';

export const archive: Record<keyof typeof nb, string> = {
  title: 'Archive copy',
  lede: 'This is the copy of the case as it was when it was completed. It is never changed, and you can open it also after the service is gone.',
  caseReference: 'Case reference',
  service: 'Service',
  owner: 'Recipient',
  completedAt: 'Completed',
  intactTitle: 'The copy is unchanged',
  intact: 'We have just computed the checksums again, and all of them match.',
  brokenTitle: 'The copy does not match',
  broken:
    'The checksums do not match for: {files}. Keep the files that you have downloaded yourself, and tell {owner}.',
  brokenManifest: 'the list of contents',
  filesCaption: 'Files in the copy',
  columnFile: 'File',
  columnHash: 'SHA-256',
  columnState: 'Check',
  fileIntact: 'Unchanged',
  fileBroken: 'Does not match',
  fileMissing: 'Missing',
  fileErased: 'Deleted',
  erased:
    'Answers and attachments have been deleted under the rules of the service. Receipt, seals and checksums are kept.',
  manifestHash: 'Checksum of the whole copy (SHA-256)',
  kindAnswersPdf: 'The answers as they were shown',
  kindAnswersJson: 'The answers as data',
  kindContentJson:
    'Everything that was locked when it was submitted, as data. Its checksum goes with payment and signature',
  kindReceiptPdf: 'Receipt or confirmation',
  kindReceiptJson: 'The receipt as data',
  kindOrderJson: 'The price line by line, as data',
  kindSeal: 'Seal of a signature',
  kindSealKeys: 'Public keys that the seal can be checked with',
  kindAttachment: 'Attachment: {name}',
  listTitle: 'Archive copies',
  listEmpty: 'No cases have been completed yet.',
};
