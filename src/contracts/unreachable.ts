/**
 * Behind the last member of a closed list: a member that is forgotten before it does not compile. A value that comes
 * here all the same is of another version of the program; better to stop than to guess.
 */
export function unreachable(value: never): never {
  throw new Error(`${JSON.stringify(value)} is in none of the lists that this program knows`);
}
