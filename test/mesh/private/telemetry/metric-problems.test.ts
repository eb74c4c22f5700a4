import { MeshMetric, MeshNamespace, MeshPlatform, MeshService, MetricChange, ObservedSide } from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly platform: MeshPlatform;
  readonly shop: MeshNamespace;
  readonly web: MeshService;
}

const { ALL, REQUEST_COUNT } = MeshMetric;
const { CLIENT, SERVER } = ObservedSide;
const LESS: MetricChange = { withoutLabels: ['request_protocol'] };

function problemsWith(say: (shop: Shop) => void): string[] {
  const chart = guardedChart();
  const web = serviceIn(chart, 'web');
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  say({ platform, shop: platform.addNamespace('shop'), web });
  return problemsOf(chart);
}

/** Says that nothing is measured. */
function off(...scopes: ReadonlyArray<Shop[keyof Shop]>): void {
  scopes.forEach(({ telemetry }) => telemetry.changeMetric(ALL, { disabled: true }));
}

function problem(place: string, metric: string, wide: string): string {
  return `${place}: changes the metric "${metric}", but all metrics are off in "${wide}", so the mesh would turn all of them on again here. There, turn off each metric by its name, or turn all on here: changeMetric(MeshMetric.ALL, { disabled: false }).`;
}

describe('what is off for more pods, would be on again for fewer', () => {
  test.each<[string, (shop: Shop) => void, string[]]>([
    ['at a service, off in the mesh', ({ platform, web }) => {
      web.telemetry.changeMetric(REQUEST_COUNT, LESS);
      off(platform);
    }, [problem('shop/web', 'request-count', 'platform')]],
    ['in a namespace, off in the mesh', ({ platform, shop }) => {
      off(platform);
      shop.telemetry.changeMetric(REQUEST_COUNT, { disabled: true });
    }, [problem('platform/shop', 'request-count', 'platform')]],
    ['at a service, off in its namespace', ({ shop, web }) => {
      off(shop);
      web.telemetry.changeMetric(ALL, LESS);
    }, [problem('shop/web', 'all', 'platform/shop')]],
    ['on the side that is not said to be on', ({ shop, web }) => {
      off(shop);
      web.telemetry.changeMetric(ALL, { disabled: false, side: CLIENT });
      web.telemetry.changeMetric(REQUEST_COUNT, { ...LESS, side: SERVER });
    }, [problem('shop/web', 'request-count', 'platform/shop')]],
  ])('%s', (_, say, messages) => {
    expect(problemsWith(say)).toEqual(messages);
  });
});

describe('there is no surprise', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['where all are off everywhere', ({ platform, shop, web }) => off(platform, shop, web)],
    ['where all are said to be on', ({ platform, web }) => {
      off(platform);
      web.telemetry.changeMetric(ALL, { disabled: false });
      web.telemetry.changeMetric(REQUEST_COUNT, { ...LESS, side: SERVER });
    }],
    ['where the namespace between says that all are on', ({ platform, shop, web }) => {
      off(platform);
      shop.telemetry.changeMetric(ALL, { disabled: false });
      web.telemetry.changeMetric(REQUEST_COUNT, LESS);
    }],
    ['where another namespace has none', ({ platform, web }) => {
      off(platform.addNamespace('books'));
      web.telemetry.changeMetric(REQUEST_COUNT, LESS);
    }],
    ['where one is off, and another is changed', ({ platform, web }) => {
      platform.telemetry.changeMetric(REQUEST_COUNT, { disabled: true });
      web.telemetry.changeMetric(MeshMetric.TCP_SENT, LESS);
    }],
  ])('%s', (_, say) => {
    expect(problemsWith(say)).toEqual([]);
  });
});
