export * from './bindings';
export { asFailure, Failure } from './call';
export { ERRORS, type ErrorWords } from './errors';
