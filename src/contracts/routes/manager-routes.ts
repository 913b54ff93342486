import type { VisitsOutside } from '../booking.js';
import type { DigitalVisits } from '../digital-visits.js';
import type { PolicyPreview, PolicyView, PreviewPolicy, PutPolicy } from '../policy.js';
import type { SimulationLine, SimulationQuestion, SimulationState } from '../simulation.js';
import type { OpenDay, PreviewHours, SaveHours, SetAvailability, UnitHours, UnitStaff } from '../units.js';
import type { CareUnitName } from '../words.js';

/** What the desk calls for those who manage a unit or the region. */
export interface ManagerRoutes {
  'GET /api/desk/policy': { query: { version?: number }; answer: PolicyView; problems: 'not-found' };
  'PUT /api/desk/policy': { body: PutPolicy; answer: PolicyView; problems: 'conflict' };
  'POST /api/desk/policy/preview': { body: PreviewPolicy; answer: PolicyPreview };
  'GET /api/desk/simulations': { answer: SimulationState };
  'POST /api/desk/simulations': {
    body: SimulationQuestion;
    stream: SimulationLine;
    problems: 'conflict' | 'wrong-state' | 'too-many-requests';
  };
  'GET /api/desk/managed-units': { answer: CareUnitName[] };
  'GET /api/desk/units/:unitId/hours': { answer: UnitHours };
  'PUT /api/desk/units/:unitId/hours': { body: SaveHours; answer: UnitHours; problems: 'conflict' };
  'POST /api/desk/units/:unitId/hours/preview': { body: PreviewHours; answer: OpenDay[] };
  'POST /api/desk/units/:unitId/hours/visits': { body: PreviewHours; answer: VisitsOutside };
  'GET /api/desk/units/:unitId/staff': { answer: UnitStaff };
  'GET /api/desk/units/:unitId/digital-visits': { answer: DigitalVisits };
  'PUT /api/desk/units/:unitId/staff/:commissionId/availability': {
    body: SetAvailability;
    answer: UnitStaff;
  };
}
