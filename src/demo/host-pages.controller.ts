import { Controller, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CareUnits } from '../care-units/care-unit.service.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { Serves } from '../config/serves.js';
import { html, renderPage } from '../identity/page.js';
import { ownOrigin } from '../identity/providers.js';
import { HOST_CSS, hostPage } from './host-page.js';

/** The demo's entry pages: a page of links, and plain host pages that embed the widget as 1177.se would. */
@ApiExcludeController()
@Controller()
export class HostPagesController {
  constructor(
    private readonly careUnits: CareUnits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves('GET /')
  @Header('content-type', 'text/html; charset=utf-8')
  async start(): Promise<string> {
    const units = await this.careUnits.all();
    const hosts = [
      { href: this.hostUrl('region'), name: 'Regionens sida', en: "The region's page" },
      ...units
        .filter(({ kind }) => kind === 'clinic')
        .map(({ slug, name }) => ({ href: this.hostUrl(slug), name, en: "The clinic's page" })),
    ];
    return renderPage({
      title: { sv: 'Slussen, demo', en: 'Slussen, demo' },
      body: html`
<h2>Jag vill ha hjälp<span class="en" lang="en">I want help</span></h2>
<ul>${hosts.map(({ href, name, en }) => html`<li><a class="button" href="${href}"><strong>${name}</strong><span class="en" lang="en">${en}</span></a></li>`)}</ul>
<h2>Jag arbetar i vården<span class="en" lang="en">I work in health care</span></h2>
<ul><li><a class="button" href="/desk/"><strong>Arbetsplatsen</strong><span class="en" lang="en">The desk</span></a></li></ul>
<h2>För tekniker<span class="en" lang="en">For technicians</span></h2>
<ul><li><a class="button" href="/api/docs"><strong>API</strong><span class="en" lang="en">Description of every route</span></a></li></ul>
<p>Alla personer här är påhittade.<span class="en" lang="en">All people here are made up.</span></p>`,
    });
  }

  @Serves('GET /demo/page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return HOST_CSS;
  }

  @Serves('GET /demo/host/:page')
  @Header('content-type', 'text/html; charset=utf-8')
  async host(@Param('page') page: string): Promise<string> {
    const widget = new URL('/widget.js', ownOrigin(this.settings)).href;
    if (page === 'region') return hostPage({ title: this.settings.REGION_NAME, unit: null, widget });
    const unit = await this.careUnits.bySlug(page);
    if (!unit) throw new ProblemException('not-found', 'There is no such page; try /demo/host/region.');
    return hostPage({ title: unit.name, unit: unit.slug, widget });
  }

  /** Host pages use another name of this machine, so that the frame is a third party there, as on 1177.se. */
  private hostUrl(page: string): string {
    const url = new URL(`/demo/host/${page}`, ownOrigin(this.settings));
    if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
    return url.href;
  }
}
