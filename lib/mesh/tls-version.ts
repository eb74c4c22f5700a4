/** A version of TLS. Older ones are refused by browsers, and by the mesh unless it is given ciphers for them. */
export enum TlsVersion {
  V1_2 = '1.2',
  V1_3 = '1.3',
}
