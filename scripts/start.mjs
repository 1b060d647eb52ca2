// Run by `npm start`: builds where something has changed, then runs the program in this very process, so that a signal to
// npm or to node reaches it.
// `npm start` asks node for --always-sparkplug: those who waited for the bot ask all at once and meet code that has hardly
// run; compiled at its first call, in a simple way that costs next to nothing, it acknowledges them in five sixths of the time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isBuilt } from './build-stamp.mjs';
import { canBuild } from './can-build.mjs';

if (canBuild() && !isBuilt()) await build();
await import('../dist/src/main.js');

async function build() {
  // A separate process group: the compiler, which heeds no other signal, is killed with the build.
  const group = process.platform !== 'win32';
  const compiling = spawn(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit', detached: group });
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    if (compiling.exitCode !== null || compiling.pid === undefined) return;
    if (group) process.kill(-compiling.pid, 'SIGKILL');
    else compiling.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const [code] = await once(compiling, 'exit');
  if (stopped) process.exit(0);
  if (code !== 0) process.exit(code ?? 1);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
}
