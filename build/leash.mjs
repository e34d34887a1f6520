// Loaded into each program that the test run starts: it ends with the run, even where that is killed and can't say so.
import process from 'node:process';

// What the program starts itself loads this too, and is its own matter.
if (process.channel && process.env.FORESHEET_RUN === `${process.ppid}`) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
