import { late } from '../../ui/late.js';
import { SafePart } from './bits.js';
import type { SignInLinkProps } from './sign-in-link.js';

const Link = late(() => import('./sign-in-link.js').then((module) => module.SignInLink));

/** The way to sign in where it is not what the view is about: its code is no part of the first load. */
export function LateSignInLink(props: SignInLinkProps) {
  return (
    <SafePart>
      <Link {...props} />
    </SafePart>
  );
}
