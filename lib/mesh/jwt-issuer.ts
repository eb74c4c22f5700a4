import type { JwtIssuerIntent } from './private/access/caller-intent';
import { jwtIssuerIntent } from './private/access/jwt-issuer-intent';
import { TokenHeader } from './token-header';

/** Who issues JSON Web Tokens, how they are checked, and what is done with them. */
export interface JwtIssuerProps {
  /**
   * For whom tokens are issued. A token for none of these is refused.
   *
   * @default - whoever a token is for, it is taken
   */
  readonly audiences?: string[];
  /**
   * Headers of requests to the service that get a claim of the token each, by claim. A client cannot set them itself.
   *
   * @default - none
   */
  readonly claimHeaders?: { [claim: string]: string };
  /**
   * Cookies in which a token is looked for.
   *
   * @default - none
   */
  readonly cookies?: string[];
  /**
   * Whether the service gets the token, too. If not, it is taken out of the request.
   *
   * @default false
   */
  readonly forwardToken?: boolean;
  /**
   * Headers in which a token is looked for.
   *
   * @default - `Authorization`, behind the word "Bearer"; none when cookies or parameters are named
   */
  readonly headers?: TokenHeader[];
  /** Its name as tokens write it: `https://auth.example.com`. */
  readonly issuer: string;
  /**
   * Its keys themselves, as a JSON Web Key Set.
   *
   * @default - they are asked for
   */
  readonly keys?: string;
  /**
   * Where its keys are asked for.
   *
   * @default - what `<issuer>/.well-known/openid-configuration` says
   */
  readonly keysUrl?: string;
  /**
   * Parameters of the query in which a token is looked for.
   *
   * @default - `access_token`; none when headers or cookies are named
   */
  readonly parameters?: string[];
  /**
   * Header of requests to the service that gets what the token says, in base64.
   *
   * @default - none
   */
  readonly payloadHeader?: string;
}

/** Who issues JSON Web Tokens. A value that services, gateways and callers share. */
export class JwtIssuer {
  /** @throws when the issuer or something of it is none */
  public static of(props: JwtIssuerProps): JwtIssuer {
    return new JwtIssuer(jwtIssuerIntent(props));
  }

  /** Its name as tokens write it. */
  public readonly issuer: string;
  /** @internal */
  public readonly _intent: JwtIssuerIntent;

  private constructor(intent: JwtIssuerIntent) {
    this.issuer = intent.issuer;
    this._intent = intent;
  }
}
