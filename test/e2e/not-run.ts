/** Says what `npm test` leaves out, so that nobody takes its silence for more than it is. */
export const NOT_RUN = 'Not run: predictions against real service providers. npm run e2e installs these, and runs it.';

export default function setup(): () => void {
  return () => console.log(`\n${NOT_RUN}`);
}
