const { readdirSync } = require('node:fs');

/**
 * The walls between rooms. A case walks one way: triage → queue (seen from the desk) → conversations → consultations, calls, booking →
 * follow-up → simulation. A room may lean on the foundation and on rooms later in the walk, never back. The foundation
 * (what every room needs: contracts, config, database, people and units, the case spine and the one router) leans on no
 * room, and within it each level only on those before it. Rooms beside the walk (demo, health, the tools for
 * flows, the description of the API) are leaned on by none.
 */
const foundation = [
  ['contracts'],
  ['config', 'database'],
  ['identity', 'access-log', 'residents', 'care-units'],
  ['cases'],
  ['routing'],
];
const walk = [
  // Those who write and review flows stand before all that cases go through.
  ['flow-editor'],
  // What residents write and answer while they wait goes back through the flows.
  ['watching'],
  ['triage'],
  // The desk is where staff meet everything that comes after it.
  ['desk'],
  ['queue'],
  ['conversations'],
  ['consultations', 'calls', 'booking'],
  ['follow-up'],
  ['notifications'],
  ['simulation'],
];
const beside = ['demo', 'health', 'flow-tools', 'api-description'];
const shared = [['api', 'i18n', 'ui'], ['live'], ['call'], ['desk', 'widget', 'guest', 'loader']];
/** The areas of the desk, each only on those before it; the files beside them put the pages together. */
const desk = [
  ['texts'],
  ['shared'],
  ['patient'],
  ['call'],
  ['conversation'],
  ['consult'],
  ['queue'],
  ['actions'],
  ['case'],
  ['manage'],
  ['policy'],
  ['flows'],
  ['caller', 'search'],
  ['shell'],
];
const rooms = [...foundation, ...walk].flat().concat(beside, 'web');
const unknown = readdirSync(`${__dirname}/src`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !rooms.includes(entry.name))
  .map(({ name }) => name);
if (unknown.length > 0) throw new Error(`src/${unknown.join(', src/')}: say here where the room stands.`);
const folder = (names, within = 'src') => `^${within}/(${names.join('|')})/`;
const oneWay = (levels, { name, comment, within, pathNot }) =>
  levels.slice(0, -1).map((rooms, index) => ({
    name: `${name}-from-${rooms.join('-')}`,
    severity: 'error',
    comment,
    from: { path: folder(rooms, within), pathNot: '\\.spec\\.ts$' },
    to: { path: folder(levels.slice(index + 1).flat(), within), ...(pathNot ? { pathNot } : {}) },
  }));
/** The order of need is a rule that the router looks at cases by, and that the simulation plays. */
const ORDER_OF_NEED = '^src/queue/queue-order\\.rule\\.ts$';

const neverBack = walk.slice(1).map((rooms, index) => ({
  name: `never-back-from-${rooms.join('-')}`,
  severity: 'error',
  comment: 'A room hears of earlier ones through the case and its timeline, not by importing them.',
  from: { path: folder(rooms) },
  to: { path: folder(walk.slice(0, index + 1).flat()), pathNot: ['\\.entity\\.ts$', ORDER_OF_NEED] },
}));

module.exports = {
  forbidden: [
    {
      name: 'foundation-leans-on-no-room',
      severity: 'error',
      from: { path: folder(foundation.flat()) },
      to: { path: folder(walk.flat()), pathNot: ORDER_OF_NEED },
    },
    ...oneWay(foundation, {
      name: 'foundation-one-way',
      comment: 'What is needed by more stands first. `config` tells problems of a database that is away.',
      pathNot: '^src/database/',
    }),
    ...neverBack,
    {
      name: 'nobody-leans-on-rooms-beside-the-walk',
      severity: 'error',
      comment: 'The demo fills tables, health answers the platform, the tools look at flows; only the start of the program knows them.',
      from: { path: '^src/[^/]+/', pathNot: folder(beside) },
      to: { path: folder(beside) },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Rules import neither NestJS nor TypeORM, nor what is made of them.',
      from: { path: '\\.rule\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|typeorm)/|\\.(service|controller|module|entity|guard|gateway)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      from: { path: '^src/contracts/' },
      to: { pathNot: '^src/contracts/' },
    },
    {
      name: 'browser-and-server-meet-in-contracts',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/(web|contracts)/' },
    },
    { name: 'server-does-not-import-the-browser', severity: 'error', from: { path: '^src/', pathNot: '^src/web/' }, to: { path: '^src/web/' } },
    { name: 'pages-apart', severity: 'error', from: { path: '^src/web/(desk|widget|guest)/' }, to: { path: '^src/web/(desk|widget|guest)/', pathNot: '^src/web/$1/' } },
    ...oneWay(shared, {
      name: 'browser-one-way',
      comment: 'What the pages share stands before them: api, i18n, ui → live → call → the pages.',
      within: 'src/web',
    }),
    ...oneWay(desk, {
      name: 'desk-one-way',
      comment: 'What areas share stands in `shared` and `texts`; what puts them together stands after them.',
      within: 'src/web/desk',
    }),
    {
      name: 'desk-pages-last',
      severity: 'error',
      from: { path: '^src/web/desk/[^/]+/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/web/desk/[^/]+$' },
    },
    {
      name: 'desk-areas-are-named',
      severity: 'error',
      comment: 'An area that is not on the list has no walls.',
      from: { path: '^src/web/desk/[^/]+$' },
      to: { path: '^src/web/desk/[^/]+/', pathNot: folder(desk.flat(), 'src/web/desk') },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Types may point both ways; code may not.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.jsx', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
