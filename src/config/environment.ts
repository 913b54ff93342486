import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsIP,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
const asList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value;

const ORIGIN = /^https?:\/\/[^/\s]+$/;
/** One host, without wildcards: it goes into the policy of who may frame the widget. */
const HOST_ORIGIN = /^https?:\/\/([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;

/**
 * The environment, parsed once at start. Every variable has its meaning beside it; the README's table is made of this.
 * A wrong value stops the start with the variable's name and what would be right. Only what has a value here, be it
 * undefined, is read.
 */
export class Environment {
  /** `production` refuses everything of the demo. */
  @IsIn(['development', 'production', 'test'], { message: 'must be development, production or test' })
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** The port of API, sockets and pages. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number from 0 to 65535' })
  @Min(0, { message: 'must be a whole number from 0 to 65535' })
  @Max(65535, { message: 'must be a whole number from 0 to 65535' })
  PORT = 3000;

  /** The address of this machine that is listened on: its own only in the demo, where anyone may be anybody; else all. */
  @IsOptional()
  @IsIP(undefined, { message: 'must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all' })
  LISTEN_ADDRESS?: string = undefined;

  /** The origin that people reach us at, without a path; `http://localhost:PORT` unless said. */
  @IsOptional()
  @Matches(ORIGIN, { message: 'must be an origin such as https://slussen.example.se, without a path' })
  PUBLIC_URL?: string = undefined;

  /** An own PostgreSQL (15 or newer). Without it an embedded one is started. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'must be like postgresql://user:password@host:5432/database',
  })
  DATABASE_URL?: string = undefined;

  /**
   * The address of the role that owns the tables, for migrations at start. A service that is not told of it cannot change its
   * tables: then `npm run migrate` is run with it instead.
   */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'must be like postgresql://user:password@host:5432/database',
  })
  DATABASE_OWNER_URL?: string = undefined;

  /** Most connections to PostgreSQL at once. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number from 2 to 200' })
  @Min(2, { message: 'must be a whole number from 2 to 200' })
  @Max(200, { message: 'must be a whole number from 2 to 200' })
  DATABASE_POOL = 20;

  /** Where the embedded database and attachments lie. */
  @IsString()
  DATA_DIR = '.data';

  /** The triage flows; a relative folder is one of the project. */
  @IsString()
  FLOWS_DIR = 'triage-flows';

  /** Whether flows that no clinician has reviewed are served; in production not, unless said. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  FLOWS_ALLOW_DRAFTS?: boolean = undefined;

  /** The demo: development sign-in provider, made-up people, clock that can be set. Off in production. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  DEMO?: boolean = undefined;

  /** Local time at which the demo starts, e.g. `2026-11-24T19:20`. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, {
    message: 'must be local time such as 2026-11-24T19:20',
  })
  DEMO_NOW?: string = undefined;

  /** Origins of host pages that may embed the widget, separated by spaces or commas. */
  @Transform(asList)
  @Matches(HOST_ORIGIN, {
    each: true,
    message: 'must be origins such as https://www.1177.se, separated by spaces, each of one host',
  })
  WIDGET_HOSTS: string[] = [];

  /** Secret for cookies, at least 32 characters. Made anew at each start of the demo unless set. */
  @IsOptional()
  @MinLength(32, { message: 'must be at least 32 characters' })
  SESSION_SECRET?: string = undefined;

  /** Name of the region, shown in the widget. */
  @IsString()
  REGION_NAME = 'Region Aros (demo)';

  /** The hotline's phone number, shown where signing in is not possible. */
  @Matches(/^[+\d][\d -]*$/, { message: 'must be a phone number' })
  HOTLINE_PHONE = '1177';

  /** What residents read of privacy, accessibility and help, a YAML file; a relative name is one of the project. */
  @IsString()
  REGION_INFORMATION = 'src/care-units/region-information.yaml';

  /** Hours after closing within which a new message reopens a case. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number of hours from 0 to 720' })
  @Min(0, { message: 'must be a whole number of hours from 0 to 720' })
  @Max(720, { message: 'must be a whole number of hours from 0 to 720' })
  REOPEN_HOURS = 72;

  /** Minutes without a sign of life from staff after which a case they hold returns to its queue; urgency 1 and 2 after at most two. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number of minutes from 1 to 120' })
  @Min(1, { message: 'must be a whole number of minutes from 1 to 120' })
  @Max(120, { message: 'must be a whole number of minutes from 1 to 120' })
  HOLD_MINUTES = 10;

  /** Days for which it is kept what became of each notice to a resident. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number of days from 1 to 3650' })
  @Min(1, { message: 'must be a whole number of days from 1 to 3650' })
  @Max(3650, { message: 'must be a whole number of days from 1 to 3650' })
  NOTICES_KEPT_DAYS = 180;

  /** A file outside the database to which is added how far the access log is linked, and by which hash. */
  @IsOptional()
  @IsString()
  ACCESS_LOG_ANCHORS?: string = undefined;

  /** Whether this process takes its turn in looking at waiting cases again; one of them at least must. */
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  ROUTER_JOBS = true;

  /** Most socket events of one session in ten seconds. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number from 10 to 1000000' })
  @Min(10, { message: 'must be a whole number from 10 to 1000000' })
  @Max(1_000_000, { message: 'must be a whole number from 10 to 1000000' })
  SOCKET_EVENTS_PER_10_S = 200;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'must be fatal, error, warn, info, debug, trace or silent',
  })
  LOG_LEVEL = 'info';

  /** `/metrics` answers only to `Authorization: Bearer <this>`; closed while unset. */
  @IsOptional()
  @MinLength(16, { message: 'must be at least 16 characters' })
  METRICS_TOKEN?: string = undefined;

  /** `local`: under DATA_DIR. `s3`: needs ATTACHMENT_BUCKET; credentials and region by the usual AWS variables. */
  @IsIn(['local', 's3'], { message: 'must be local or s3' })
  ATTACHMENT_STORE: 'local' | 's3' = 'local';

  @IsOptional()
  @IsString()
  ATTACHMENT_BUCKET?: string = undefined;

  /** Endpoint of an S3-compatible store; AWS unless set. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'must be an address such as https://s3.example.se' })
  ATTACHMENT_ENDPOINT?: string = undefined;

  /** What carries calls: `direct` (browser to browser) or `livekit` (a media server). */
  @IsIn(['direct', 'livekit'], { message: 'must be direct or livekit' })
  CALLS: 'direct' | 'livekit' = 'direct';

  /** Addresses by which browsers learn their own, for direct calls, e.g. `stun:stun.example.se:3478`. */
  @Transform(asList)
  @Matches(/^stuns?:\S+$/, { each: true, message: 'must be addresses such as stun:stun.example.se:3478' })
  CALL_STUN_URLS: string[] = [];

  /** Relays for direct calls where no other way is open, e.g. `turn:turn.example.se:3478?transport=udp`. */
  @Transform(asList)
  @Matches(/^turns?:\S+$/, { each: true, message: 'must be addresses such as turn:turn.example.se:3478' })
  CALL_TURN_URLS: string[] = [];

  /** The secret shared with the relays, of which short-lived passwords are made (coturn's `static-auth-secret`). */
  @IsOptional()
  @MinLength(16, { message: 'must be at least 16 characters' })
  CALL_TURN_SECRET?: string = undefined;

  /** Direct calls go through the relays only, so that neither side learns the other's address. */
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  CALL_RELAY_ONLY = false;

  /** LiveKit's address as browsers reach it. */
  @IsOptional()
  @Matches(/^wss?:\/\/[^/\s]+$/, { message: 'must be an address such as wss://livekit.example.se' })
  LIVEKIT_URL?: string = undefined;
  /** LiveKit's address as we reach it, if that is another one. */
  @IsOptional()
  @Matches(/^https?:\/\/[^/\s]+$/, { message: 'must be an address such as http://livekit:7880' })
  LIVEKIT_API_URL?: string = undefined;
  @IsOptional()
  @IsString()
  LIVEKIT_API_KEY?: string = undefined;
  @IsOptional()
  @MinLength(32, { message: 'must be at least 32 characters' })
  LIVEKIT_API_SECRET?: string = undefined;

  /** Where mail to residents is handed in, e.g. `smtps://user:password@smtp.example.se:465`; `smtp://…?tls=required` insists on STARTTLS. Without it no mail is sent; the demo keeps it under DATA_DIR. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must be like smtps://user:password@smtp.example.se:465' })
  SMTP_URL?: string = undefined;

  /** The sender of mail, e.g. `1177 <no-reply@example.se>`. */
  @Matches(/^([^<>]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
    message: 'must be like 1177 <no-reply@example.se>',
  })
  MAIL_FROM = '1177 <no-reply@slussen.invalid>';

  /** The secret by which a mail gateway signs what became of mail; without it nothing of that is heard. */
  @IsOptional()
  @MinLength(16, { message: 'must be at least 16 characters' })
  MAIL_SECRET?: string = undefined;

  /** What carries SMS: `none`, `signed` (our own shape, see the README) or `46elks`. */
  @IsIn(['none', 'signed', '46elks'], { message: 'must be none, signed or 46elks' })
  SMS_GATEWAY: 'none' | 'signed' | '46elks' = 'none';

  /** The gateway's address; that of 46elks is known. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'must be an address such as https://sms.example.se/send' })
  SMS_URL?: string = undefined;

  /** The sender of SMS: at most 11 letters and digits, or a number such as `+46700000000`. */
  @Matches(/^([A-Za-z][A-Za-z0-9]{2,10}|\+\d{6,15})$/, {
    message: 'must be 3 to 11 letters and digits, or a number such as +46700000000',
  })
  SMS_FROM = 'Slussen';

  /** The name of our account at 46elks. */
  @IsOptional()
  @IsString()
  SMS_USER?: string = undefined;

  /** The secret by which requests are signed both ways, or the password of our account at 46elks. */
  @IsOptional()
  @MinLength(16, { message: 'must be at least 16 characters' })
  SMS_SECRET?: string = undefined;

  /** Whether an SMS may hold a link to the case. */
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  SMS_LINKS = false;

  /** Whether residents are told by SMS too that somebody calls. */
  @Transform(asBoolean)
  @IsBoolean({ message: 'must be true or false' })
  SMS_FOR_CALLS = false;

  /** Hosts of push services that may be asked; those of the usual browsers. An origin is taken as it is. */
  @Transform(asList)
  @Matches(/^((\*\.)?[a-z0-9.-]+|https?:\/\/[^/\s]+)$/, {
    each: true,
    message: 'must be hosts such as fcm.googleapis.com or *.push.apple.com',
  })
  PUSH_SERVICES: string[] = [
    'fcm.googleapis.com',
    '*.push.services.mozilla.com',
    '*.push.apple.com',
    '*.notify.windows.com',
  ];

  /** The keys by which push services know us (VAPID), base64url; made once and kept in the database unless set. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{87}$/, { message: 'must be a VAPID public key' })
  PUSH_PUBLIC_KEY?: string = undefined;
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'must be a VAPID private key' })
  PUSH_PRIVATE_KEY?: string = undefined;

  /** How many proxies before us may be believed about the caller's address. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number from 0 to 10' })
  @Min(0, { message: 'must be a whole number from 0 to 10' })
  @Max(10, { message: 'must be a whole number from 0 to 10' })
  TRUSTED_PROXIES = 0;

  /** Residents' OpenID provider. In the demo the embedded one. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'must be the address of an OpenID provider' })
  RESIDENT_OIDC_ISSUER?: string = undefined;
  @IsOptional()
  @IsString()
  RESIDENT_OIDC_CLIENT_ID?: string = undefined;
  @IsOptional()
  @IsString()
  RESIDENT_OIDC_CLIENT_SECRET?: string = undefined;
  /** Ready settings of claim names, scopes and acr: `oidc-sweden` (a resident broker) or `demo`. */
  @IsIn(['oidc-sweden', 'demo'], { message: 'must be oidc-sweden or demo' })
  RESIDENT_OIDC_PROFILE: 'oidc-sweden' | 'demo' = 'oidc-sweden';
  /** JSON that overrides single settings of the profile, e.g. `{"acr":"…","claims":{"identityNumber":"…"}}`. */
  @IsOptional()
  @IsString()
  RESIDENT_OIDC_SETTINGS?: string = undefined;

  /** Staff's OpenID provider. In the demo the embedded one. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'must be the address of an OpenID provider' })
  STAFF_OIDC_ISSUER?: string = undefined;
  @IsOptional()
  @IsString()
  STAFF_OIDC_CLIENT_ID?: string = undefined;
  @IsOptional()
  @IsString()
  STAFF_OIDC_CLIENT_SECRET?: string = undefined;
  /** `inera-idp` or `demo`. */
  @IsIn(['inera-idp', 'demo'], { message: 'must be inera-idp or demo' })
  STAFF_OIDC_PROFILE: 'inera-idp' | 'demo' = 'inera-idp';
  @IsOptional()
  @IsString()
  STAFF_OIDC_SETTINGS?: string = undefined;
}

/** Settings as the rest of the program reads them: the environment with its defaults worked out. */
export interface Settings extends Environment {
  DEMO: boolean;
  SESSION_SECRET: string;
  /** Undefined: all of this machine's. */
  LISTEN_ADDRESS?: string;
  /** Milliseconds by which the demo's clock is ahead of real time. */
  clockOffsetMs: number;
}
