/** Which build this is; what its files are is in SHA256SUMS beside it. */
export { version as VERSION } from '../../package.json';
