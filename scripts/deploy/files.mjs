// @ts-check
/**
 * Every file of this folder that tells a host which headers to send, made from security-headers.mjs. Three kinds of file
 * lie in the built page, each with headers of its own: the service worker, what is below assets/, and all the rest.
 */
import { apacheFile } from './apache.mjs';
import { azureFile } from './azure.mjs';
import { caddyFile } from './caddy.mjs';
import { cloudFrontFiles } from './cloudfront.mjs';
import { firebaseFile } from './firebase.mjs';
import { headersFile } from './headers-file.mjs';
import { nginxContainerFile, nginxSiteFile } from './nginx.mjs';
import { vercelFile } from './vercel.mjs';

/** What is made, by path below deploy/. @type {Readonly<Record<string, string>>} */
export const DEPLOY_FILES = {
  _headers: headersFile(),
  '.htaccess': apacheFile(),
  'staticwebapp.config.json': azureFile(),
  'vercel.json': vercelFile(),
  'firebase.json': firebaseFile(),
  'nginx/jwt-debugger.conf': nginxSiteFile(),
  'container/nginx.conf': nginxContainerFile(),
  'caddy/Caddyfile': caddyFile(),
  ...cloudFrontFiles(),
};

/** These must lie in the folder that is served, so the build puts them there. */
export const IN_THE_BUILT_PAGE = /** @type {const} */ (['_headers', '.htaccess', 'staticwebapp.config.json']);
