const account = String.raw`\d{12}`;
const region = '[a-z0-9-]+';

function form(service: string, resource: string, where = `${region}:${account}`): RegExp {
  return new RegExp(String.raw`^arn:aws[\w-]*:${service}:${where}:${resource}$`);
}

/** How ARNs of things look that task and service definitions name. */
const forms = {
  role: form('iam', String.raw`role\/[\w+=,.@/-]+`, `:${account}`),
  targetGroup: form('elasticloadbalancing', String.raw`targetgroup\/[^/]+\/[^/]+`),
  registry: form('servicediscovery', String.raw`service\/.+`),
  namespace: form('servicediscovery', String.raw`namespace\/.+`),
  latticeTargetGroup: form('vpc-lattice', String.raw`targetgroup\/.+`),
} as const;

export function isArnOf(kind: keyof typeof forms, text: string): boolean {
  return forms[kind].test(text);
}
