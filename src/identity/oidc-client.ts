import { type AddressInfo, isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import * as oidc from 'openid-client';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { type Claims, claimsOf } from './claims.js';
import type { Audience } from './provider-settings.js';
import { ownOrigin, type Provider, type Providers } from './providers.js';

/** Injection token of the parsed providers. */
export const PROVIDERS = Symbol('providers');

export const CALLBACK_PATH = '/sign-in/callback';

/** The secrets of one sign-in in progress. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Speaks OpenID Connect with the two providers: Authorization Code with PKCE (S256), state and nonce. */
@Injectable()
export class OidcClient {
  private readonly known = new Map<Audience, Promise<oidc.Configuration>>();

  constructor(
    @Inject(PROVIDERS) private readonly providers: Providers,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  newSecrets(): SignInSecrets {
    return {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
  }

  /** The provider's address to send the browser to. */
  async authorizationUrl(audience: Audience, secrets: SignInSecrets): Promise<URL> {
    const { settings } = this.providers[audience];
    return oidc.buildAuthorizationUrl(await this.configuration(audience), {
      redirect_uri: `${ownOrigin(this.settings)}${CALLBACK_PATH}`,
      response_type: 'code',
      scope: settings.scopes.join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
      state: secrets.state,
      nonce: secrets.nonce,
      ui_locales: 'sv en',
      ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
      ...(settings.prompt ? { prompt: settings.prompt } : {}),
      ...(settings.maxAgeSeconds === null ? {} : { max_age: String(settings.maxAgeSeconds) }),
    });
  }

  /**
   * Exchanges the provider's answer for claims: those of the verified ID token and, unless they are enough,
   * those of the userinfo endpoint. How somebody was identified only the ID token says, and when: longer ago than we
   * asked for is refused.
   * @param query the query of the callback, unchanged
   * @throws the errors of openid-client
   */
  async claims(
    audience: Audience,
    query: string,
    secrets: SignInSecrets,
    areEnough: (claims: Claims) => boolean,
  ): Promise<Claims> {
    const configuration = await this.configuration(audience);
    const { maxAgeSeconds } = this.providers[audience].settings;
    const url = new URL(`${CALLBACK_PATH}${query}`, ownOrigin(this.settings));
    const tokens = await oidc.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: secrets.codeVerifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
      ...(maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds }),
    });
    const idToken = tokens.claims();
    if (!idToken) throw new Error('The provider gave no ID token');
    if (areEnough(idToken) || !configuration.serverMetadata().userinfo_endpoint) return idToken;
    const userinfo = await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub);
    return claimsOf(idToken, userinfo);
  }

  /**
   * Reads the provider's description when it is first needed; after a failure it is tried again next time.
   */
  private configuration(audience: Audience): Promise<oidc.Configuration> {
    const known = this.known.get(audience);
    if (known) return known;
    const asked = this.discover(this.providers[audience]);
    this.known.set(audience, asked);
    asked.catch(() => this.known.delete(audience));
    return asked;
  }

  private discover({
    issuer,
    clientId,
    clientSecret,
    settings,
    embedded,
  }: Provider<Audience>): Promise<oidc.Configuration> {
    const authentication =
      clientSecret === null
        ? oidc.None()
        : settings.clientAuthentication === 'client_secret_post'
          ? oidc.ClientSecretPost(clientSecret)
          : oidc.ClientSecretBasic(clientSecret);
    const execute = [oidc.enableNonRepudiationChecks];
    // A provider without TLS is refused at start in production.
    if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests);
    return oidc.discovery(new URL(issuer), clientId, undefined, authentication, {
      execute,
      timeout: 10,
      ...(embedded ? { [oidc.customFetch]: this.fetchFromOurselves } : {}),
    });
  }

  /** The embedded provider is reached on our own port: our public address may not be reachable from here. */
  private readonly fetchFromOurselves: oidc.CustomFetch = (url, options) => {
    const { address, port } = this.adapterHost.httpAdapter.getHttpServer().address() as AddressInfo;
    const { pathname, search } = new URL(url);
    const host = isIPv6(address) ? `[${address}]` : address;
    const own = ['[::]', '0.0.0.0'].includes(host) ? '127.0.0.1' : host;
    return fetch(`http://${own}:${port}${pathname}${search}`, options as RequestInit);
  };
}
