/** Loaded before a server of the bench: says how the process is, whenever it is asked. A channel of its own would slow the start. */
process.on('SIGUSR2', () => {
  const { user, system } = process.cpuUsage();
  const state = { megabytes: process.memoryUsage().rss / 2 ** 20, cpuMs: (user + system) / 1000 };
  process.stdout.write(`${JSON.stringify(state)}\n`);
});
