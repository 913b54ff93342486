import { html, renderPage } from './page.js';
import { endingPage, handOverPage, SIGN_IN_ENDINGS, type SignInEnding } from './sign-in-pages.js';

describe('html', () => {
  it('escapes what is put in, and leaves what is HTML already', () => {
    expect(
      html`<p title="${'"><script>'}">${html`<b>${"it's & that"}</b>`}${[html`1`, html`2`]}</p>`.text,
    ).toBe('<p title="&#34;&#62;&#60;script&#62;"><b>it&#39;s &#38; that</b>1\n2</p>');
  });
});

describe('the pages of sign-in', () => {
  it.each(Object.keys(SIGN_IN_ENDINGS) as SignInEnding[])(
    '%s says what to do, in both languages, calmly',
    (ending) => {
      const page = renderPage(endingPage(ending, 'staff'));
      expect(page).toContain('lang="sv"');
      expect(page).toContain('lang="en"');
      expect(page.replace('<!doctype', '')).not.toContain('!');
      expect(page).toContain('/sign-in/staff');
      expect(renderPage(endingPage(ending, 'resident'))).not.toContain('/sign-in/staff');
    },
  );

  it('hand over without inline scripts or styles', () => {
    const page = renderPage(handOverPage('the-code', 'the-challenge'));
    expect(page).toContain('data-code="the-code"');
    expect(page.replace('<!doctype', '')).not.toContain('!');
    expect(page).not.toMatch(/<script>|<style| style=| on[a-z]+=/);
  });
});
