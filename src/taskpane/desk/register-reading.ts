// Reading a purchase register: nothing that is needed before one is asked for.
export { readRegisterFile } from '../../boundary/register/register-file';
export {
  changeRegister,
  lookAtRegister,
  openRegister,
  takeRegister,
} from '../../core/reconcile/register/opened-register';
export { booksOf } from '../../core/tasks/books-of';
export { comparisonSheets } from '../../core/tasks/comparison-sheets';
export { keepBooks, keepMemory, readBooks, readMemory, writeAll } from '../../core/tasks/kept-books';
export { isOurSheet } from '../../core/tasks/our-sheets';
