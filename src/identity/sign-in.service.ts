import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { DataSource } from 'typeorm';
import { Commission, Staff } from '../care-units/staff.entity.js';
import { Clock } from '../config/clock.js';
import { equalSecrets } from '../config/secrets.js';
import { Person } from '../residents/person.entity.js';
import {
  type Claims,
  isStrongEnough,
  namesResident,
  namesStaff,
  type ResidentClaims,
  residentOf,
  type StaffClaims,
  staffOf,
} from './claims.js';
import { OidcClient, PROVIDERS } from './oidc-client.js';
import type { Audience } from './provider-settings.js';
import type { Providers } from './providers.js';
import { SignIn } from './session.entity.js';
import { HAND_OVER_CODE_MS, SIGN_IN_MS } from './session-times.js';
import type { SignInEnding } from './sign-in-pages.js';
import { hashToken, newToken } from './tokens.js';

/** A sign-in that was not completed; the person is shown a page that says what to do. */
export class SignInFailure extends Error {
  constructor(
    readonly ending: SignInEnding,
    readonly audience: Audience | null,
    cause?: unknown,
  ) {
    super(ending, { cause });
    this.name = 'SignInFailure';
  }
}

export type SignInResult =
  | { audience: 'resident'; code: string; challenge: string }
  | { audience: 'staff'; staffId: string; commissionId: string | null };

/** Sign-ins, from the first redirect to the person or staff member who signed in. */
@Injectable()
export class SignIns {
  private readonly logger = new Logger(SignIns.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(PROVIDERS) private readonly providers: Providers,
    private readonly oidc: OidcClient,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a sign-in.
   * @param frameChallenge S256 of the verifier that the asking frame keeps (residents)
   * @returns where to send the browser, and the secret that binds the answer to it
   */
  async begin(
    audience: Audience,
    frameChallenge: string | null,
  ): Promise<{ id: string; browserSecret: string; location: URL }> {
    const secrets = this.oidc.newSecrets();
    const location = await this.oidc.authorizationUrl(audience, secrets).catch((error: unknown) => {
      throw this.providerFailure(audience, error);
    });
    const id = randomUUID();
    const browserSecret = newToken();
    await this.dataSource.manager.insert(SignIn, {
      id,
      audience,
      ...secrets,
      frameChallenge,
      browserHash: hashToken(browserSecret),
      expiresAt: new Date(this.clock.now().getTime() + SIGN_IN_MS),
    });
    return { id, browserSecret, location };
  }

  /** The sign-in that a state belongs to, if it is still in progress. @throws SignInFailure `stale` */
  async find(state: unknown): Promise<SignIn> {
    const found =
      typeof state === 'string' ? await this.dataSource.manager.findOneBy(SignIn, { state }) : null;
    if (!found || found.usedAt || this.clock.now() >= found.expiresAt)
      throw new SignInFailure('stale', found?.audience ?? null);
    return found;
  }

  /**
   * Completes a sign-in with the provider's answer; each can be completed once.
   * @param query the query of the callback, unchanged
   * @param browserSecret what the browser kept since `begin`
   * @throws SignInFailure
   */
  async complete(signIn: SignIn, query: string, browserSecret: string | undefined): Promise<SignInResult> {
    const { audience } = signIn;
    if (!browserSecret || !equalSecrets(hashToken(browserSecret), signIn.browserHash)) {
      throw new SignInFailure('stale', audience);
    }
    const taken = await this.dataSource
      .createQueryBuilder()
      .update(SignIn)
      .set({ usedAt: this.clock.now() })
      .where('id = :id AND used_at IS NULL', { id: signIn.id })
      .execute();
    if (taken.affected !== 1) throw new SignInFailure('stale', audience);
    return audience === 'resident' ? this.completeResident(signIn, query) : this.completeStaff(signIn, query);
  }

  private async completeResident(signIn: SignIn, query: string): Promise<SignInResult> {
    const { settings } = this.providers.resident;
    const claims = await this.claims(signIn, query, (found) => namesResident(found, settings));
    const resident = residentOf(claims, settings, this.clock.now());
    if (!resident) throw new SignInFailure('no-identity-number', 'resident');
    const person = await this.findOrCreatePerson(resident);
    const code = newToken();
    await this.dataSource.manager.update(
      SignIn,
      { id: signIn.id },
      {
        personId: person.id,
        codeHash: hashToken(code),
        expiresAt: new Date(this.clock.now().getTime() + HAND_OVER_CODE_MS),
      },
    );
    return { audience: 'resident', code, challenge: signIn.frameChallenge ?? '' };
  }

  private async completeStaff(signIn: SignIn, query: string): Promise<SignInResult> {
    const { settings } = this.providers.staff;
    const claims = await this.claims(signIn, query, (found) => namesStaff(found, settings));
    const found = await this.findStaff(staffOf(claims, settings));
    if (!found) throw new SignInFailure('no-commission', 'staff');
    return { audience: 'staff', ...found };
  }

  private async claims(
    signIn: SignIn,
    query: string,
    areEnough: (claims: Claims) => boolean,
  ): Promise<Claims> {
    const { audience } = signIn;
    const claims = await this.oidc.claims(audience, query, signIn, areEnough).catch((error: unknown) => {
      throw this.providerFailure(audience, error);
    });
    if (!isStrongEnough(claims, this.providers[audience].settings.acr)) {
      throw new SignInFailure('not-strong-enough', audience);
    }
    return claims;
  }

  /**
   * A resident unknown to the region is stored as the provider describes them, without a listing. A name that was only
   * said on the telephone gives way to the provider's.
   */
  async findOrCreatePerson({ identity, givenName, familyName }: ResidentClaims): Promise<Person> {
    const people = this.dataSource.getRepository(Person);
    const key = { identityKind: identity.kind, identityNumber: identity.number };
    await people.update({ ...key, isNameSaid: true }, { givenName, familyName, isNameSaid: false });
    const known = await people.findOneBy(key);
    if (known) return known;
    const { birthDate, sex } = identity;
    await people
      .createQueryBuilder()
      .insert()
      .values({ id: randomUUID(), ...key, givenName, familyName, birthDate, sex })
      .orIgnore()
      .execute();
    return people.findOneByOrFail(key);
  }

  /**
   * The staff member with a commission in this region. The commission is chosen when the provider names one,
   * or when there is only one.
   */
  async findStaff(
    claims: StaffClaims | null,
  ): Promise<{ staffId: string; commissionId: string | null } | null> {
    if (!claims) return null;
    const { manager } = this.dataSource;
    const staff = await manager.findOneBy(Staff, { hsaId: claims.staffHsaId });
    if (!staff) return null;
    const commissions = await manager.findBy(Commission, { staffId: staff.id });
    if (claims.commissionHsaId) {
      const chosen = commissions.find((each) => each.hsaId === claims.commissionHsaId);
      return chosen ? { staffId: staff.id, commissionId: chosen.id } : null;
    }
    const [only] = commissions;
    if (!only) return null;
    return { staffId: staff.id, commissionId: commissions.length === 1 ? only.id : null };
  }

  /** Logs the kind of fault, never what the provider said about a person. */
  private providerFailure(audience: Audience, error: unknown): SignInFailure {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied') {
      return new SignInFailure('cancelled', audience, error);
    }
    const code = error instanceof ClientError ? error.code : refusalOf(error);
    this.logger.warn(
      { audience, code, error: (error as Error).name, issuer: this.providers[audience].issuer },
      'sign-in failed at the provider',
    );
    const refused = code !== undefined && !AWAY.test(code);
    return new SignInFailure(refused ? 'provider-refused' : 'provider-away', audience, error);
  }
}

/** Codes of openid-client for a provider that does not answer, or not as a provider would. */
const AWAY = /TIMEOUT|ABORT|RESPONSE_IS_NOT|PARSE_ERROR/;

/** The OAuth error that the provider answered with, if it did. */
function refusalOf(error: unknown): string | undefined {
  return error instanceof AuthorizationResponseError || error instanceof ResponseBodyError
    ? error.error
    : undefined;
}
