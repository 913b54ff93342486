import type { CareUnitName, ChooseReason, DeskCase, ResidentCase, UnitStaff } from '../contracts/index.js';
import { Serves } from './serves.js';

class FitsReason implements ChooseReason {
  flowId: string;
}
class LacksField {}
class HasMore extends FitsReason {
  more: string;
}
class OtherType implements Record<keyof ChooseReason, number> {
  flowId: number;
}
class TakesScope {
  scope: 'mine' | 'queue' | 'unit' = 'queue';
}
class TakesOneScope {
  scope = 'mine' as const;
}

const answer = async <T>(): Promise<T> => ({}) as T;
const REASON = 'PUT /api/cases/:caseId/reason';

/** Each line marked as an error must be one: it is the compiler that tests it. */
class Controller {
  @Serves(REASON)
  fits(_caseId: string, _body: FitsReason): Promise<ResidentCase> {
    return answer();
  }

  // @ts-expect-error the map says that it answers with a case
  @Serves(REASON)
  otherAnswer(_caseId: string, _body: FitsReason): Promise<DeskCase> {
    return answer();
  }

  // @ts-expect-error the map says that it takes a body
  @Serves(REASON)
  noBody(_caseId: string): Promise<ResidentCase> {
    return answer();
  }

  // @ts-expect-error the body lacks a field of the map
  @Serves(REASON)
  lessBody(_caseId: string, _body: LacksField): Promise<ResidentCase> {
    return answer();
  }

  // @ts-expect-error the body has a field that the map does not know
  @Serves(REASON)
  moreBody(_caseId: string, _body: HasMore): Promise<ResidentCase> {
    return answer();
  }

  // @ts-expect-error a field is of another type
  @Serves(REASON)
  otherBody(_caseId: string, _body: OtherType): Promise<ResidentCase> {
    return answer();
  }

  @Serves('GET /api/desk/queue')
  query(_query: TakesScope): Promise<never> {
    return answer();
  }

  // @ts-expect-error not every scope of the map is taken
  @Serves('GET /api/desk/queue')
  lessQuery(_query: TakesOneScope): Promise<never> {
    return answer();
  }

  // @ts-expect-error another status than the map says
  @Serves('DELETE /api/resident-session', 201)
  otherStatus(): void {}

  // @ts-expect-error there is no such route
  @Serves('GET /api/unknown')
  unknown(): void {}

  // @ts-expect-error one unit, and not a list
  @Serves('GET /api/desk/managed-units')
  oneForMany(): Promise<CareUnitName> {
    return answer();
  }

  // @ts-expect-error a list, and not one
  @Serves('GET /api/desk/units/:unitId/staff')
  manyForOne(): Promise<UnitStaff[]> {
    return answer();
  }
}

it('a controller is held to the map of routes', () => {
  const { fits, otherStatus } = Controller.prototype;
  expect(Reflect.getMetadata('path', fits)).toBe('/api/cases/:caseId/reason');
  expect(Reflect.getMetadata('__httpCode__', fits)).toBe(200);
  expect(Reflect.getMetadata('__httpCode__', otherStatus)).toBe(201);
});
