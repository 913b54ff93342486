import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU seconds that a process and its children have used so far; NaN where the system has no /proc. */
export function cpuSeconds(root: number): number {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess);
    const family = new Set([root]);
    for (let before = 0; before < family.size; ) {
      before = family.size;
      for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
    }
    const ticks = processes.filter(({ pid }) => family.has(pid)).map(({ ticks }) => ticks);
    return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

function readProcess(name: string): { pid: number; parent: number; ticks: number }[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // utime, stime, and those of children that have ended: fields 14 to 17 of proc(5), 11 to 14 from here
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return [{ pid: Number(name), parent: fields[1] ?? 0, ticks }];
  } catch {
    return []; // it has just ended
  }
}
