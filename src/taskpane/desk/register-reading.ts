// Reading a purchase register: nothing that is needed before one is asked for.
export { readRegisterFile } from '../../boundary/register/register-file';
export {
  changeRegister,
  lookAtRegister,
  openRegister,
  takeRegister,
} from '../../core/reconcile/register/opened-register';
