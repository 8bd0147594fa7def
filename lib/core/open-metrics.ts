/** One thing that is measured, with what it is now; a gauge, whose unit is in its name. */
export interface Metric {
  name: string;
  help: string;
  samples: readonly Sample[];
}

export interface Sample {
  labels?: Readonly<Record<string, string>>;
  value: number;
}

/** The newer of the two formats is asked for by its name; what we write is right in both. */
export const metricFormats = {
  openMetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
} as const;

/**
 * Metrics as text.
 * Sources: OpenMetrics 1.0 (prometheus.io/docs/specs/om/open_metrics_spec), Prometheus text format 0.0.4.
 * @throws Error for a name or a label that the formats do not know, and for a value that is no number.
 */
export function writeMetrics(metrics: readonly Metric[]): string {
  return `${metrics.map(writeMetric).join('')}# EOF\n`;
}

function writeMetric({ name, help, samples }: Metric): string {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`No name of a metric: ${name}`);
  const lines = samples.map(({ labels = {}, value }) => {
    if (!Number.isFinite(value)) throw new Error(`${name} is no number`);
    return `${name}${writeLabels(labels)} ${value}\n`;
  });
  return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

function writeLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    if (!/^[a-z_]+$/.test(name)) throw new Error(`No name of a label: ${name}`);
    return `${name}="${escaped(value).replaceAll('"', '\\"')}"`;
  });
  return pairs.length ? `{${pairs.join(',')}}` : '';
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
