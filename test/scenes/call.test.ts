import type { Locator, Page } from 'playwright-core';
import { StoredTimelineEntry } from '../../src/cases/timeline-entry.entity.js';
import { TUESDAY_MORNING } from '../support/app.js';
import {
  annaCalls,
  type CallPlaces,
  inCall,
  locksOf,
  openForCalls,
  prepareForCalls,
  samirAnswers,
  untilReceiving,
} from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

describeWithChromium('A video call in the chat', () => {
  let scene: Scene;
  let places: CallPlaces;
  let samir: WidgetPage;
  let anna: Page;

  beforeAll(async () => {
    scene = await Scene.open('call', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
    ({ samir, anna } = places);
  });
  afterAll(() => scene?.close());

  const deskCall = () => places.deskCall();
  const widgetCall = () => places.widgetCall();
  const both = (check: (call: Locator) => Promise<unknown>) =>
    Promise.all([deskCall(), widgetCall()].map(check));
  const call = (kind?: 'Video' | 'Bara ljud') => annaCalls(places, kind);

  const kinds = async () => {
    const rows = await scene.test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId: places.caseId },
      order: { number: 'ASC' },
    });
    return rows.filter(({ kind }) => kind.startsWith('call-'));
  };

  it('rings; the resident sees who, tries camera and microphone, and goes in; both see and hear each other', async () => {
    await anna.getByRole('button', { name: 'Ring', exact: true }).click();
    const dialog = anna.getByRole('dialog', { name: 'Ring Samir Haddad' });
    await dialog.getByText('Vi hör dig.').waitFor();
    await scene.checkAccessibility(anna, 'desk-dialog');
    await dialog.getByRole('button', { name: 'Ring upp' }).click();
    await deskCall().getByText('Ringer …').waitFor();
    await scene.checkAccessibility(anna, 'desk-ringing');

    const incoming = samir.frame.getByRole('region', { name: /Anna .* vill ha videosamtal med dig/ });
    await incoming.getByText('sjuksköterska, Herrgärdets vårdcentral').waitFor();
    await samir.check('widget-ringing');
    await samir.press('Svara med video');
    await incoming.getByRole('heading', { name: 'Testa kamera och mikrofon' }).waitFor();
    await incoming.getByText('Vi hör dig.').waitFor();
    await deskCall().getByText('Samir Haddad testar kamera och mikrofon.').waitFor();
    await samir.check('widget-test');
    await samir.press('Gå in i samtalet');

    await both((place) => inCall(place).waitFor());
    const [seen] = await Promise.all([
      untilReceiving('the nurse', anna),
      untilReceiving('the resident', samir.frame),
    ]);
    expect(seen.width).toBeGreaterThan(0);
    for (const side of [anna, samir.frame]) {
      await until('the screen is kept on', async () => (await locksOf(side)) === 1);
    }
    await scene.checkAccessibility(anna, 'desk-call');
    await samir.check('widget-call');
  });

  it('leaves the chat beside it as it was', async () => {
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Hör du mig?');
    await anna.keyboard.press('Enter');
    await samir.frame.getByText('Hör du mig?', { exact: true }).waitFor();
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Ja, bra');
    await samir.press('Skicka');
    await anna.getByText('Ja, bra', { exact: true }).waitFor();
    await untilReceiving('the nurse', anna);
  });

  it('has camera and microphone off and on, seen and said on the other side', async () => {
    await samir.press('Stäng av kameran');
    await deskCall().getByText('kameran är av').waitFor();
    await anna.getByText('Samir Haddad har stängt av kameran.').waitFor({ state: 'attached' });
    await samir.press('Stäng av mikrofonen');
    await deskCall().getByText('mikrofonen är av').waitFor();
    await scene.checkAccessibility(anna, 'desk-camera-off');
    await samir.check('widget-camera-off');
    await samir.press('Sätt på mikrofonen');
    await samir.press('Sätt på kameran');
    await deskCall().getByText('kameran är av').waitFor({ state: 'detached' });
    await untilReceiving('the nurse', anna);
  });

  it('lets one change camera and microphone', async () => {
    await widgetCall().getByText('Byt kamera eller mikrofon').click();
    const choice = widgetCall().getByRole('combobox', { name: 'Mikrofon' });
    const ids = await choice
      .locator('option')
      .evaluateAll((options) => options.map((each) => (each as unknown as { value: string }).value));
    await choice.selectOption(ids.at(-1) ?? '');
    await samir.check('widget-devices');
    await untilReceiving('the nurse', anna);
    await widgetCall().getByText('Byt kamera eller mikrofon').click();
  });

  it('is come back into when a page is loaded anew, of staff and of the resident', async () => {
    await anna.reload();
    await inCall(deskCall()).waitFor();
    await untilReceiving('the nurse', anna);
    await untilReceiving('the resident', samir.frame);
    await samir.page.reload();
    await samir.ready();
    await inCall(widgetCall()).waitFor();
    await untilReceiving('the nurse', anna);
    await untilReceiving('the resident', samir.frame);
  });

  it('goes on while the nurse looks at another case, with a way back to it', async () => {
    const { dataSource, clock } = scene.test;
    await insertWaitingCase(dataSource, { urgency: 4, since: clock.now(), patient: 'Lisa' });
    await anna.reload();
    await inCall(deskCall()).waitFor();
    await anna.getByRole('link', { name: /Prioritet 4.*Lisa/ }).click();
    await deskCall().getByText('Samtal pågår med Samir Haddad').waitFor();
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
    await scene.checkAccessibility(anna, 'desk-elsewhere');
    await deskCall().getByRole('button', { name: 'Till samtalet' }).click();
    await inCall(deskCall()).waitFor();
    await untilReceiving('the nurse', anna);
  });

  it('is hung up; how long it took stands in the chat and at the desk', async () => {
    await deskCall().getByRole('button', { name: 'Lägg på' }).click();
    await widgetCall().getByText('Samtalet är slut.').waitFor();
    for (const side of [anna, samir.frame]) {
      await until('the screen may darken', async () => (await locksOf(side)) === 0);
    }
    await samir.frame
      .getByRole('list', { name: 'Meddelanden' })
      .getByText(/Samtalet är slut\. Det tog/)
      .waitFor();
    await anna
      .getByRole('log')
      .getByText(/Samtalet är slut\. Det tog/)
      .waitFor();
    await scene.checkAccessibility(anna, 'desk-over');
    await samir.check('widget-over');
    const [first] = await kinds();
    expect(first?.kind).toBe('call-started');
    expect((await kinds()).at(-1)).toMatchObject({
      kind: 'call-ended',
      body: { answered: true, why: 'hung-up' },
    });
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
    await samir.press('Stäng');
  });

  it('is answered with voice only', async () => {
    await call();
    await samir.press('Svara med bara ljud');
    await samir.frame.getByText('Vi hör dig.').waitFor();
    await samir.press('Gå in i samtalet');
    await both((place) => inCall(place).waitFor());
    await untilReceiving('the nurse', anna, { pictures: false });
    await untilReceiving('the resident', samir.frame);
    await deskCall().getByText('kameran är av').waitFor();
    await widgetCall().getByRole('button', { name: 'Lägg på' }).click();
    await deskCall().getByText('Samtalet är slut.').waitFor();
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
    await samir.press('Stäng');
  });

  it('is declined', async () => {
    await call('Bara ljud');
    await samir.frame.getByRole('region', { name: /Anna .* ringer dig/ }).waitFor();
    await samir.press('Tacka nej');
    await deskCall().getByText('Samir Haddad tackade nej till samtalet.').waitFor();
    await samir.frame.getByText('Du tackade nej till samtalet.').waitFor();
    await deskCall().getByRole('button', { name: 'Ring igen' }).waitFor();
    await scene.checkAccessibility(anna, 'desk-declined');
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
  });

  it('is missed after a minute', async () => {
    await call();
    await samir.frame.getByRole('region', { name: /vill ha videosamtal/ }).waitFor();
    scene.test.clock.forward({ minutes: 1 });
    await deskCall().getByText('Samir Haddad svarade inte.').waitFor();
    await samir.frame.getByText('Du svarade inte på samtalet.').waitFor();
    await samir.frame.getByRole('region', { name: /vill ha videosamtal/ }).waitFor({ state: 'detached' });
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
  });

  it('ends when the case is closed', async () => {
    await call();
    await samirAnswers(places);
    await anna.getByRole('button', { name: 'Avsluta' }).click();
    const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
    await closing.getByRole('radio', { name: 'Råd givna' }).click();
    await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await both((place) => place.getByText(/^Samtalet är slut, för ärendet har gått vidare/).waitFor());
    expect((await kinds()).at(-1)).toMatchObject({ kind: 'call-ended', body: { why: 'case-left' } });
  });
});

describeWithChromium('A case that is sent on in the middle of a call', () => {
  let scene: Scene;
  let places: CallPlaces;
  let eva: Page;

  beforeAll(async () => {
    scene = await Scene.open('call-moved', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
    eva = await scene.staff(/Eva/); // on duty from here on, so that the case stays where it is sent
    await prepareForCalls(eva.context(), scene.test);
    await eva.reload();
    await annaCalls(places);
    await samirAnswers(places);
  });
  afterAll(() => scene?.close());

  it('ends it for both, who read why; the chat goes on with who takes it, who calls at once', async () => {
    const { anna, samir, deskCall, widgetCall } = places;
    await anna.getByRole('button', { name: 'Skicka vidare' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Skicka vidare ärendet' });
    await dialog
      .getByRole('radio', { name: /1177 Sjukvårdsrådgivningen/ })
      .first()
      .click();
    await dialog.getByText('Samtalet med Samir Haddad avslutas.').waitFor();
    await dialog.getByRole('textbox', { name: 'Varför' }).fill('Behöver råd i kväll');
    await dialog.getByRole('button', { name: 'Skicka vidare' }).click();
    await deskCall()
      .getByText('Samtalet med Samir Haddad är slut, för ärendet har gått vidare eller avslutats.')
      .waitFor();
    await widgetCall()
      .getByText(/^Samtalet är slut, för ärendet har gått vidare/)
      .waitFor();
    await scene.checkAccessibility(anna, 'desk-moved');
    await samir.check('widget-moved');
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
    await deskCall().waitFor({ state: 'detached' });

    await eva.getByRole('button', { name: /Nästa ärende/ }).click();
    const evaPlaces = {
      ...places,
      anna: eva,
      deskCall: () => eva.getByRole('region', { name: 'Pågående samtal' }),
    };
    await annaCalls(evaPlaces);
    await samir.frame.getByRole('region', { name: /Eva .* vill ha videosamtal/ }).waitFor();
    await samirAnswers(evaPlaces);
    await Promise.all([untilReceiving('the next nurse', eva), untilReceiving('the resident', samir.frame)]);
  });
});
