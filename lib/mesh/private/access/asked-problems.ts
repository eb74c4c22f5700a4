/** Pods about whose requests somebody is asked, perhaps. */
export interface AskingPods {
  readonly place: string;
  /** name of the one who is asked, where the mesh asks one alone */
  readonly asks: () => string | undefined;
}

/** Whether somebody else is asked everywhere, in a mesh that asks one about the requests of a pod, and with two lets none pass. */
export function askedProblems(wide: AskingPods, narrow: AskingPods): string[] {
  const [everywhere, here] = [wide.asks(), narrow.asks()];
  return everywhere === undefined || here === undefined || everywhere === here ? [] : [
    `${narrow.place}: asks "${here}", and "${wide.place}" asks "${everywhere}" about the same requests. The mesh asks only one authorizer, and with two it rejects all requests. Use the same in both places, or leave it out in one.`,
  ];
}
