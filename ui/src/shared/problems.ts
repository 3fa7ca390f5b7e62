// What the page notices and the log should keep: errors nobody caught, and requests that the policy of
// the page blocked.

import { logPageProblem } from '../api';

/** A page that fails in a loop must not fill the log. */
const MOST = 30;
const LONGEST = 2000;
let told = 0;

export function tell(message: string) {
  if (told >= MOST) return;
  told += 1;
  // When even this fails there is nobody left to tell.
  logPageProblem({ message: message.slice(0, LONGEST) }).catch(() => undefined);
}

const described = (thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? String(thrown)) : String(thrown));

export function watchPage() {
  window.addEventListener('error', (event) => tell(`error: ${event.message}\n${described(event.error)}`));
  window.addEventListener('unhandledrejection', (event) => tell(`unhandled: ${described(event.reason)}`));
  document.addEventListener('securitypolicyviolation', (event) =>
    tell(`blocked: ${event.effectiveDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`),
  );
}
