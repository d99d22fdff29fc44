/** 统一身份认证平台, as verbs and doors know it. */
export type IdentityProvider = Readonly<{
  /** On the button: 统一身份认证. */
  name: string
  /** Where the browser is sent, and what has to be remembered until it comes back. Throws `ProviderFailed`. */
  begin(): Promise<Readonly<{ url: string; memory: SignInMemory }>>
  /** What the provider says of who came back with these parameters. Throws `ProviderFailed`. */
  complete(parameters: URLSearchParams, memory: SignInMemory): Promise<ProvenIdentity>
  /** Where the browser is sent to sign out there too; `null` where the provider has no such page. */
  signOutUrl(idToken: string): Promise<string | null>
  /** The agency, by its short address, in which unknown people get an account without a role; `null` for none. */
  createIn: string | null
}>

export type SignInMemory = Readonly<{ state: string; nonce: string; verifier: string }>

/** Somebody, as the provider vouches for him. */
export type ProvenIdentity = Readonly<{
  /** Issuer and subject together; the same person always has the same. */
  key: string
  name: string | null
  /** What the person signs in with there, for a new account's login. */
  login: string | null
  twoFactors: boolean
  idToken: string
}>

/**
 * `unreachable`: the provider does not answer; `refused`: it says no, or the person gave up; `invalid`: its answer does
 * not hold (signature, issuer, audience, nonce, state, time).
 */
export type ProviderFault = 'unreachable' | 'refused' | 'invalid'

export class ProviderFailed extends Error {
  override readonly name = 'ProviderFailed'
  readonly fault: ProviderFault
  constructor(fault: ProviderFault, message: string) {
    super(message)
    this.fault = fault
  }
}
