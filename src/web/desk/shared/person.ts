import { PERSON_HEADER } from '../../../contracts/index.js';
import { DEEDS } from '../../ui/deeds.js';

/** Tells the server, with what the desk asks anyway, when a person is at it: only then does their session go on. */
export class PersonAtDesk {
  private did = false;
  private readonly works = new Set<() => boolean>();

  /** Listens to a page for as long as it lives. */
  follow(page: Pick<Window, 'addEventListener'>): void {
    const note = () => {
      this.did = true;
    };
    for (const deed of DEEDS) page.addEventListener(deed, note, { capture: true, passive: true });
  }

  /** Something that is a person's work without their hands, as a call is, for as long as it says so. */
  alsoWhile(isAtWork: () => boolean): () => void {
    this.works.add(isAtWork);
    return () => this.works.delete(isAtWork);
  }

  /** The header of the next request, if somebody has done something since the one before. */
  header(): Record<string, string> {
    const isHere = this.did || [...this.works].some((isAtWork) => isAtWork());
    this.did = false;
    return isHere ? { [PERSON_HEADER]: 'here' } : {};
  }
}

export const personAtDesk = new PersonAtDesk();
