import type { WidgetPage } from './scene.js';

/** Erik's way (example E): his son's fever and heavy breathing, up to where a name is needed. */
export async function erikDescribes(erik: WidgetPage): Promise<void> {
  await erik.frame
    .getByRole('textbox', { name: 'Vad vill du ha hjälp med?' })
    .fill('Viktor har feber och andas tungt');
  await erik.frame.getByRole('radio', { name: 'Mitt barn' }).click();
  await erik.frame.getByRole('textbox', { name: 'År' }).fill('0');
  await erik.frame.getByRole('textbox', { name: 'Månader' }).fill('9');
  await erik.press('Gå vidare');
  await erik.press(/Feber hos barn/);
  await erik.answer(/på barnet just nu/, /Nej, inget/);
  await erik.answer(/feber/, /^Ja$/);
  await erik.answer(/Stämmer något av det här på barnet/, /Nej, inget/);
  await erik.answer(/Och något av det här/, /Andas fortare eller tyngre/);
  await erik.answer(/Gäller något av det här barnet/, /Nej, inget/);
  await erik.frame.getByRole('heading', { name: 'Skriv med en sjuksköterska nu.' }).waitFor();
}

/** Signs in and says that it is about Viktor; the case then waits at his clinic. */
export async function erikQueues(erik: WidgetPage): Promise<void> {
  await erik.signIn(/Erik Lundgren/);
  const children = erik.frame.getByRole('group', { name: 'Vilket barn gäller det?' });
  await children.getByRole('radio', { name: /Viktor Lundgren/ }).click();
  await erik.press('Gå vidare');
  await erik.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
}
