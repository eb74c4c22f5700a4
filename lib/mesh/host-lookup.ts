/** How the proxy of a caller finds the addresses of a host outside of the mesh. */
export enum HostLookup {
  /** It looks the name up again and again, and shares connections among all addresses that it finds. */
  DNS = 'dns',
  /** It looks the name up, and makes new connections to one of the addresses: for names that have others with each look-up. */
  DNS_ROUND_ROBIN = 'dns-round-robin',
  /** It looks nothing up: connections go on to the address that the caller wanted. */
  NONE = 'none',
}
