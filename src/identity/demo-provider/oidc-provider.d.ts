/**
 * The package's parts, imported past its index, which warns at every start that Node 20 is not its choice,
 * though everything we use of it runs there (the tests of sign-in show it on each Node).
 */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}
