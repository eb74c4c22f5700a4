import { Chart } from 'cdk8s';
import {
  Caller, DefaultAccess, EgressGateway, ExternalService, HttpMethod, Istio, JwtIssuer, Mesh, MeshNamespace, MeshPlatform, MeshService,
  ServiceContract,
} from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const LEDGER = ServiceContract.of({ serviceName: 'ledger', namespace: 'books', port: 8080 });
const WEB = ServiceContract.of({ serviceName: 'web', namespace: 'shop', port: 8080 });
const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });

interface Teams {
  readonly web: MeshService;
  readonly pay: MeshService;
  /** of another team, in the same app */
  readonly ledger: MeshService;
  readonly partner: ExternalService;
  readonly egress: EgressGateway;
  readonly books: Chart;
}

function teamsOf(say: (teams: Teams) => void, mesh: Mesh = Istio.mesh()): Chart {
  const chart = guardedChart(mesh);
  const books = new Chart(chart.node.root, 'books', { namespace: 'books' });
  const egress = new EgressGateway(new Chart(chart.node.root, 'egress', { namespace: 'istio-egress' }), 'egress');
  const partner = new ExternalService(chart, 'partner', { host: 'partner.example.com', port: 80 });
  partner.leaveVia(egress);
  say({ web: serviceIn(chart, 'web'), pay: serviceIn(chart, 'pay'), ledger: serviceIn(books, 'ledger'), partner, egress, books });
  return chart;
}

const REPAIR = 'so each call is refused. There, call access.allowFrom for "shop/web", without a rule that denies it; or leave the call out.';
const NOT_OUT = `shop/web, calls("partner.example.com"): "egress/egress", through which that traffic leaves, never lets it out, ${REPAIR}`;
const NOT_IN = `shop/web, calls("ledger.books.svc.cluster.local"): "books/ledger" never lets it in, ${REPAIR}`;

describe('a call that something never lets through is an error', () => {
  test.each<[string, (teams: Teams) => void, string]>([
    ['a gateway by which others leave', ({ web, partner, pay, egress }) => [web.calls(partner), egress.access.allowFrom(pay)], NOT_OUT],
    ['said the other way round', ({ web, partner, pay, egress }) => [egress.access.allowFrom(pay), web.calls(partner)], NOT_OUT],
    ['a gateway by which it leaves for another host', ({ web, partner, egress }) => [web.calls(partner), egress.access.allowFrom(web, { hosts: ['other.example.com'] })], NOT_OUT],
    ['a gateway that denies it', ({ web, partner, egress }) => [web.calls(partner), egress.access.denyFrom(web)], NOT_OUT],
    ['a gateway whose namespace denies it', ({ web, partner, books }) => {
      new MeshNamespace(books, 'istio-egress').access.denyFrom(Caller.namespaces('shop'));
      web.calls(partner);
    }, NOT_OUT],
    ['a host that is named', ({ web, pay, egress }) => [egress.access.allowFrom(pay), web.calls(MeshService.fromHost('partner.example.com', 80))], NOT_OUT],
    ['a contract that the other team keeps to', ({ web, ledger }) => [ledger.keepTo(LEDGER), web.calls(MeshService.fromContract(LEDGER))], NOT_IN],
    ['one of whom it lets in others', ({ web, ledger, pay }) => [web.calls(MeshService.fromContract(LEDGER)), ledger.access.allowFrom(pay)], NOT_IN],
    ['one that denies it', ({ web, ledger }) => [ledger.access.allowFrom(Caller.namespaces('shop')), ledger.access.denyFrom(web), web.calls(MeshService.fromContract(LEDGER))], NOT_IN],
    ['one that the mesh denies it to', ({ web, ledger }) => {
      ledger.access.allowFrom(Caller.namespaces('shop'));
      new MeshPlatform(web.node.root, 'platform').access.denyFrom(web);
      web.calls(MeshService.fromHost('ledger.books.svc.cluster.local', 8080));
    }, NOT_IN],
  ])('%s', (_, say, message) => {
    expect(problemsOf(teamsOf(say))).toEqual([message]);
  });
});

describe('what is no error', () => {
  test.each<[string, (teams: Teams) => void]>([
    ['a gateway by which everybody leaves', ({ web, partner }) => web.calls(partner)],
    ['a gateway that lets it out', ({ web, partner, egress }) => [egress.access.allowFrom(web), web.calls(partner)]],
    ['a gateway that lets it out for this host', ({ web, partner, egress }) => [egress.access.allowFrom(web, { hosts: ['*.example.com'] }), web.calls(partner)]],
    ['a gateway that lets out who is there', ({ web, partner, egress }) => [egress.access.allowFrom(Caller.cidr('192.0.2.0/24')), web.calls(partner)]],
    ['a gateway that denies some of it', ({ web, partner, egress }) => [egress.access.denyFrom(web, { methods: [HttpMethod.POST] }), web.calls(partner)]],
    ['a contract by which it is let in', ({ web, ledger }) => [web.keepTo(WEB), ledger.access.allowFrom(MeshService.fromContract(WEB)), web.calls(MeshService.fromContract(LEDGER))]],
    ['a token that lets it in', ({ web, ledger }) => [ledger.access.allowFrom(Caller.namespaces('shop').withToken(ISSUER)), web.calls(MeshService.fromContract(LEDGER))]],
    ['a namespace that lets it in', ({ web, books }) => [new MeshNamespace(books, 'books', { defaultAccess: DefaultAccess.OPEN }), web.calls(MeshService.fromContract(LEDGER))]],
    ['pods that nobody here knows', ({ web, books }) => [MeshService.adopt(books, 'tax', { port: 80 }), web.calls(MeshService.fromHost('tax.books.svc.cluster.local', 80))]],
    ['a service of another app', ({ web }) => web.calls(MeshService.fromHost('tax.books.svc.cluster.local', 80))],
  ])('%s', (_, say) => {
    expect(problemsOf(teamsOf(say))).toEqual([]);
  });

  test('a mesh that is open', () => {
    const open = Istio.mesh({ defaultAccess: DefaultAccess.OPEN });
    const chart = teamsOf(({ web, partner }) => [web.calls(partner), web.calls(MeshService.fromContract(LEDGER))], open);
    expect(problemsOf(chart)).toEqual([]);
  });
});
