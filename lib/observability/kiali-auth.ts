import { SecretValue } from 'cdk8s-plus-28';
import type { KialiAuthIntent } from './private/kiali/kiali-intent';

/** Who issues tokens for the people that look at Kiali. */
export interface KialiOpenIdProps {
  /** The name of Kiali at the issuer. */
  readonly clientId: string;
  /**
   * The secret of Kiali at the issuer, where the issuer asks for one.
   *
   * @default - it asks for none
   */
  readonly clientSecret?: SecretValue;
  /** The URL of the issuer: `https://accounts.example.com`. */
  readonly issuerUrl: string;
  /** The key by which sessions are signed: 16, 24 or 32 bytes. */
  readonly signingKey: SecretValue;
  /**
   * The claim that is the name of whoever looks, as the cluster knows him.
   *
   * @default "sub"
   */
  readonly usernameClaim?: string;
}

/** Who may look at Kiali. */
export class KialiAuth {
  /** Everybody who reaches it, with what Kiali itself may see. */
  public static anonymous(): KialiAuth {
    return new KialiAuth({ strategy: 'anonymous' });
  }

  /**
   * Whoever has a token of an account of the cluster, with what the account may see.
   *
   * @param signingKey the key by which sessions are signed: 16, 24 or 32 bytes
   */
  public static token(signingKey: SecretValue): KialiAuth {
    return new KialiAuth({ strategy: 'token', signingKey });
  }

  /** Whoever an issuer of OpenID Connect knows, with what he may see in the cluster, whose API server has to trust the issuer. */
  public static openId({ clientId, clientSecret, issuerUrl, signingKey, usernameClaim = 'sub' }: KialiOpenIdProps): KialiAuth {
    const openid = { client_id: clientId, issuer_uri: issuerUrl, username_claim: usernameClaim };
    return new KialiAuth({ strategy: 'openid', signingKey, clientSecret, openid });
  }

  private constructor(private readonly intent: KialiAuthIntent) {}

  /** @internal */
  public get _intent(): KialiAuthIntent {
    return this.intent;
  }
}
