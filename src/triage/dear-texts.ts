import { MOST_CHARACTERS } from './written-text.js';

const repeated = (text: string) => text.repeat(Math.ceil(MOST_CHARACTERS / text.length));
const different = (write: (number: string, at: number) => string, separator = ' ') =>
  Array.from({ length: 1000 }, (_, at) => write(at.toString(36), at)).join(separator);

/** Texts that cost as much to read as any, each by what makes it dear. */
export const DEAR_TEXTS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['one word again and again', repeated('arna ')],
      ['one word without an end', repeated('arna')],
      [
        'a long word that nobody knows, again and again',
        repeated('qwertyuiopåasdfghjklöäzxcvbnmqwertyuiop '),
      ],
      ['different words that nobody knows', different((number) => `qua${number}xyz`)],
      [
        'different long words that nobody knows',
        different((number) => `abcdefghijklmnopqrstuvwxyz${number}åäö`),
      ],
      ['different misspelt words', different((number) => `brösst${number}smärtornas`)],
      ['different misspelt compounds', different((number) => `halsryggbröst${number}magefeberhosta`)],
      ['compounds of many parts', repeated('halsryggbröstmagefeberhostaont ')],
      ['many clauses', repeated('ont, ')],
      [
        'many different clauses',
        different(
          (_, at) =>
            `${['ont', 'hals', 'rygg', 'feber', 'yr'][at % 5]} ${['blod', 'svullen', 'klåda'][at % 3]}`,
          ', ',
        ),
      ],
      ['words of many reasons', repeated('ont i magen hals rygg bröst feber hosta yr svullen blod ')],
      [
        'words of many alarms',
        repeated(
          'ont bröst andas inte kan får blod spyr plötsligt svår benet armen sned ansiktet bebis gravid ',
        ),
      ],
      ['beginnings of alarms', repeated('kan inte får inte vill bröstet ont hänger ')],
      ['words that may stand anywhere', repeated('jag nu han så kan det inte vi bara andas ')],
      ['what is denied', repeated('kan inte andas inte ')],
      [
        'an ordinary story',
        repeated(
          'Jag har haft ont i magen sedan i tisdags och det blir värre när jag äter, men ingen feber. ',
        ),
      ],
    ] as const
  ).map(([what, text]) => [what, text.slice(0, MOST_CHARACTERS)]),
);

/** CPU time that something takes, in milliseconds: the least of several runs, as a busy machine makes some dear. */
export function leastCost(work: () => void, { enough, runs }: { enough: number; runs: number }): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least >= enough; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
