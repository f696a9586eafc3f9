export { attachedFiles, attachFiles, forgetFiles, shareFiles } from './attach-files.ts';
export { fileToContract, mediaTypeOf } from './file-answer.ts';
export { dispositionOf } from './file-name.ts';
export { keepFile, uploaderOf } from './keep-file.ts';
export { findReadable, openFile, type FileReaders, type OpenedFile } from './open-file.ts';
export { readPicture, type Picture } from './read-picture.ts';
export { receiveBytes } from './receive-bytes.ts';
export {
  deleteOrphans,
  deleteUnused,
  type FilePlace,
  saveQuota,
  selectStorage,
  type Storage,
  type UploadedFile,
} from './uploaded-file.store.ts';
