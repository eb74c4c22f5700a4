const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** @throws when no URL has such a host; what is not said passes */
export function requireHostText(host: string | undefined, place: string): void {
  if (host !== undefined && !HOST.test(host)) {
    throw new Error(`${place}: "${host}" is not a host name. Write only its name, in lowercase, such as "shop.example.com".`);
  }
}
