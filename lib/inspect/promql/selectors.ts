import { promqlTokens, Token } from './tokens';

/** What a selector asks of one label. */
export interface Matcher {
  readonly label: string;
  readonly operator: string;
  /** Without its quotes. */
  readonly value: string;
}

/** What an aggregation keeps apart; `isOpen` when a variable stands there, so that nobody knows. */
export interface Grouping {
  readonly isWithout: boolean;
  readonly labels: readonly string[];
  readonly isOpen: boolean;
}

/** The series that a query asks for, with the aggregations around them. */
export interface SeriesSelector {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  readonly groupings: readonly Grouping[];
}

/** The selectors of a query in PromQL; none of what is no such query. Only what is said of labels is read, not what is reckoned. */
export function seriesSelectors(query: string): readonly SeriesSelector[] {
  const reader = new Reader(promqlTokens(query));
  return reader.read() ? reader.selectors : [];
}

const AGGREGATIONS = new Set(['sum', 'avg', 'count', 'min', 'max', 'stddev', 'stdvar', 'group', 'count_values', 'quantile']);
const SELECTIONS = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
const WORDS = new Set(['and', 'or', 'unless', 'atan2', 'bool', 'offset', 'start', 'end', 'inf', 'nan']);
const MATCHINGS = new Set(['on', 'ignoring', 'group_left', 'group_right']);

/** Deeper queries are read by nobody. */
const DEEPEST = 100;

class Reader {
  public readonly selectors: SeriesSelector[] = [];
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** Whether all of it is a query, as far as that is seen here. */
  public read(): boolean {
    return this.expression(0) && this.position === this.tokens.length;
  }

  /** Reads up to a closing parenthesis, or the end. */
  private expression(depth: number): boolean {
    while (this.position < this.tokens.length && !this.isAt(')')) {
      if (depth > DEEPEST || !this.part(depth)) {
        return false;
      }
    }
    return true;
  }

  private part(depth: number): boolean {
    if (this.isAt('(')) {
      return this.parentheses(depth);
    }
    if (this.isAt('{')) {
      return this.selector('');
    }
    const { kind, text } = this.tokens[this.position];
    this.position += 1;
    return kind === 'name' ? this.named(text, depth) : text !== '}';
  }

  private named(name: string, depth: number): boolean {
    const word = name.toLowerCase();
    if (AGGREGATIONS.has(word)) {
      return this.aggregation(depth);
    }
    if (MATCHINGS.has(word)) {
      return !this.isAt('(') || this.labels() !== undefined;
    }
    if (SELECTIONS.has(word)) {
      this.grouping();
    }
    return this.isAt('(') ? this.parentheses(depth) : WORDS.has(word) || this.selector(name);
  }

  /** `sum by (a) (...)` as well as `sum(...) by (a)`: what is kept apart may stand behind. */
  private aggregation(depth: number): boolean {
    const before = this.grouping();
    const first = this.selectors.length;
    if (!this.parentheses(depth)) {
      return false;
    }
    const grouping = before ?? this.grouping() ?? { isWithout: false, labels: [], isOpen: false };
    for (let index = first; index < this.selectors.length; index += 1) {
      this.selectors[index] = { ...this.selectors[index], groupings: [...this.selectors[index].groupings, grouping] };
    }
    return true;
  }

  private grouping(): Grouping | undefined {
    const word = this.tokens[this.position]?.text.toLowerCase();
    if (word !== 'by' && word !== 'without') {
      return undefined;
    }
    this.position += 1;
    const labels = this.labels() ?? [];
    return { isWithout: word === 'without', labels: labels.map(({ text }) => text), isOpen: labels.some(({ kind }) => kind !== 'name') };
  }

  private parentheses(depth: number): boolean {
    return this.take('(') && this.expression(depth + 1) && this.take(')');
  }

  /** A list of labels in parentheses. */
  private labels(): Token[] | undefined {
    if (!this.take('(')) {
      return undefined;
    }
    const labels: Token[] = [];
    while (this.position < this.tokens.length && !this.isAt(')')) {
      labels.push(this.tokens[this.position]);
      this.position += 1;
    }
    return this.take(')') ? labels.filter(({ text }) => text !== ',') : undefined;
  }

  private selector(metric: string): boolean {
    const matchers = this.isAt('{') ? this.matchers() : [];
    if (matchers === undefined) {
      return false;
    }
    const named = matchers.find(({ label, operator }) => label === '__name__' && operator === '=');
    this.selectors.push({ metric: metric === '' ? named?.value ?? '' : metric, matchers, groupings: [] });
    return true;
  }

  private matchers(): Matcher[] | undefined {
    this.position += 1;
    const matchers: Matcher[] = [];
    while (this.position < this.tokens.length && !this.isAt('}')) {
      const [label, operator, value] = this.tokens.slice(this.position, this.position + 3);
      if (label.kind === 'name' && value?.kind === 'text') {
        matchers.push({ label: label.text, operator: operator.text, value: value.text.slice(1, -1) });
        this.position += 2;
      }
      this.position += 1;
    }
    return this.take('}') ? matchers : undefined;
  }

  private isAt(sign: string): boolean {
    const token = this.tokens[this.position];
    return token?.kind === 'sign' && token.text === sign;
  }

  private take(sign: string): boolean {
    const isThere = this.isAt(sign);
    this.position += isThere ? 1 : 0;
    return isThere;
  }
}
