/** Who calls. All that is said holds; nothing said: anyone. */
export interface CallerIntent {
  /** which mutual TLS has proved */
  readonly identity?: IdentityIntent;
  /** any identity of one of these namespaces, which mutual TLS has proved */
  readonly namespaces?: readonly string[];
  readonly address?: AddressIntent;
  readonly token?: TokenIntent;
}

/** An account that pods run as. */
export interface IdentityIntent {
  readonly namespace: string;
  readonly account: string;
  /** undefined: that of the mesh */
  readonly trustDomain?: string;
}

/** Where a connection comes from, or where the header of a proxy before the gateway says that the client is. */
export interface AddressIntent {
  readonly ranges: readonly string[];
  readonly of: 'connection' | 'client';
}

/** What a request carries. */
export interface TokenIntent {
  readonly issuer: JwtIssuerIntent;
  /** undefined: any */
  readonly subject?: string;
  /** one of the values for each */
  readonly claims: readonly ClaimIntent[];
}

export interface ClaimIntent {
  /** its name, and the names of those that it lies in before that */
  readonly path: readonly string[];
  readonly values: readonly string[];
}

/** Who issues tokens, and how they are known to be genuine. */
export interface JwtIssuerIntent {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly keys: { readonly at: string } | { readonly set: string } | undefined;
  /** undefined: where the mesh looks by itself */
  readonly places?: { readonly headers: readonly TokenHeaderIntent[]; readonly parameters: readonly string[]; readonly cookies: readonly string[] };
  readonly forwards: boolean;
  readonly payloadHeader?: string;
  readonly claimHeaders: ReadonlyArray<{ readonly claim: string; readonly header: string }>;
}

export interface TokenHeaderIntent {
  readonly name: string;
  readonly prefix?: string;
}
