// Ends the process at the first attempt to reach anything but this machine: whatever a package would report stays here.
import { Socket } from 'node:net';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectOnLoopback(...args) {
  // Node hands over its own arguments as one list.
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' && first !== null ? first.host : args[1];
  if (typeof host === 'string' && !LOOPBACK.includes(host)) {
    process.stderr.write(`refused to connect to ${host}\n`);
    process.exit(1);
  }
  return connect.apply(this, args);
};
