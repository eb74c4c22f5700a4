import { isTie, Ordered, placesOf } from './route-order';

/** Rules of which no two tie. A new one is compared with those alone that stand where it would: there may be thousands. */
export class Ties<T extends Ordered> {
  private readonly byPlace = new Map<string, T[]>();

  /** One of the rules that ties with this one. */
  public with(rule: Ordered): T | undefined {
    return placesOf(rule).flatMap(place => this.byPlace.get(place) ?? []).find(other => isTie(other, rule));
  }

  public add(rule: T): void {
    for (const place of placesOf(rule)) {
      const there = this.byPlace.get(place) ?? [];
      there.push(rule);
      this.byPlace.set(place, there);
    }
  }
}
