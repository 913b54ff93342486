import { PersonAtDesk } from './person.js';

/** A page that can be touched. */
function followed() {
  const heard = new Map<string, () => void>();
  const person = new PersonAtDesk();
  person.follow({
    addEventListener: (kind: string, listener: () => void) => void heard.set(kind, listener),
  } as unknown as Window); // of a window, it needs only this
  return { person, touch: (kind: string) => heard.get(kind)?.() };
}

const HERE = { 'x-slussen-person': 'here' };

describe('who is at the desk', () => {
  it('is nobody while the page only asks by itself', () => {
    const { person, touch } = followed();
    expect(person.header()).toEqual({});
    touch('pointermove');
    touch('visibilitychange');
    expect(person.header()).toEqual({});
  });

  it.each(['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'])('is told once of a %s', (deed) => {
    const { person, touch } = followed();
    touch(deed);
    expect(person.header()).toEqual(HERE);
    expect(person.header()).toEqual({});
  });

  it('is told for as long as somebody is in a call', () => {
    const { person } = followed();
    let isInCall = true;
    const stop = person.alsoWhile(() => isInCall);
    expect([person.header(), person.header()]).toEqual([HERE, HERE]);
    isInCall = false;
    expect(person.header()).toEqual({});
    isInCall = true;
    stop();
    expect(person.header()).toEqual({});
  });
});
