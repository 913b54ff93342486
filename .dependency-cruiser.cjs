/**
 * The walls between rooms. A case walks one way: triage → queue → conversations → consultations, calls, booking →
 * follow-up → simulation. A room may lean on the foundation and on rooms later in the walk, never back. The foundation
 * (what every room needs: contracts, config, database, identity, access log, people, units, the case spine and the one
 * router) leans on no room.
 */
const foundation = ['contracts', 'config', 'database', 'identity', 'access-log', 'residents', 'care-units', 'cases', 'routing'];
const walk = [['triage'], ['queue'], ['conversations'], ['consultations', 'calls', 'booking'], ['follow-up'], ['simulation']];
const folder = (names) => `^src/(${names.join('|')})/`;

const neverBack = walk.slice(1).map((rooms, index) => ({
  name: `never-back-from-${rooms.join('-')}`,
  severity: 'error',
  comment: 'A room hears of earlier ones through the case and its timeline, not by importing them.',
  from: { path: folder(rooms) },
  // The simulation plays the very order of the queue.
  to: { path: folder(walk.slice(0, index + 1).flat()), pathNot: '(\\.entity|/queue-order)\\.ts$' },
}));

module.exports = {
  forbidden: [
    {
      name: 'foundation-leans-on-no-room',
      comment: 'But the router looks at cases in the order of the queue, which is a rule without code of its room.',
      severity: 'error',
      from: { path: folder(foundation), pathNot: '^src/database/entities\\.ts$' },
      to: { path: folder(walk.flat()), pathNot: '^src/queue/queue-order\\.ts$' },
    },
    ...neverBack,
    {
      name: 'routing-after-cases',
      severity: 'error',
      comment: 'The spine does not know the router.',
      from: { path: '^src/cases/' },
      to: { path: '^src/routing/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Rules import neither NestJS nor TypeORM.',
      from: {
        path: '(choose-queue|decision|network|policy|policy-checks|partners|places|relook|explain|daily-hours|reason-texts|queue-order|case-transitions|case-deadlines|case-access|case-company|consultation-(transitions|target|order|access)|who-can-(be-asked|join)|expected-wait|opening-hours|opening-hours-check|holidays|local-days|open-days|manager-rule|duty|\\.view|triage-step|flow-machine|reason-match|conditions|red-flags|digital-visits)\\.ts$',
      },
      to: { path: 'node_modules/(@nestjs|typeorm)/', dependencyTypesNot: ['type-only'] },
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
    { name: 'desk-and-widget-apart', severity: 'error', from: { path: '^src/web/(desk|widget)/' }, to: { path: '^src/web/(desk|widget)/', pathNot: '^src/web/$1/' } },
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
