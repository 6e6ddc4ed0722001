import { error, warning, type ExpectedFiles } from '../expectation.ts';

/** Ports, links, meshes and services. */
export const network: ExpectedFiles = {
  'lanternfish/gateway/task-definition.json': { about: 'named ports of three protocols for Service Connect' },
  'lanternfish/gateway/service-definition.json': {
    kind: 'service',
    about: 'blue/green with hooks and two target groups',
  },
  'lanternfish/orders/task-definition.json': {
    about: 'ports that Service Connect would not find',
    findings: [
      error('TD046', '17: "Orders_HTTP"', 'names are in lower case'),
      warning('TD045', '23: "appProtocol"', 'without a name it serves nothing'),
      error('TD047', '29: "http"', 'Service Connect has no udp'),
      error('TD044', '47: "events"', 'the second of that name'),
      error('TD043', '48: 8080', 'orders has port 8080 already'),
    ],
  },
  'lanternfish/orders/ecs-service.json': {
    kind: 'service',
    about: 'typed from memory',
    findings: [
      error('TD006', '5: "2"', 'a count is a number'),
      error('TD008', '6: "fargate"', 'choices are in capitals'),
      error('TD007', '8: "awsvpcConfiguration"', 'subnets are missing'),
      error('TD001', '9: "subnet"', 'the member is subnets'),
      error('TD006', '12: true', 'ENABLED or DISABLED'),
      error('TD007', '16: "deploymentCircuitBreaker"', 'rollback is missing'),
      error('TD00A', '19: null', 'no number'),
    ],
  },
  'lanternfish/mesh/task-definition.json': {
    about: 'App Mesh on bridge',
    findings: [
      warning('TD0B2', '9: "proxyConfiguration"', 'App Mesh has ended'),
      error('TD0B2', '9: "proxyConfiguration"', 'only under awsvpc'),
      error('TD0B2', '11: "envoy-proxy"', 'the container is envoy'),
      error('TD0B2', '12: "properties"', 'ProxyIngressPort is missing'),
    ],
  },
  'lanternfish/otel/ecs-fargate-sidecar.json': {
    about: 'a collector whose check begins with neither CMD nor CMD-SHELL, and works',
    findings: [],
  },
  'lanternfish/dns/task-def.json': {
    about: 'ports of an instance',
    findings: [
      warning('TD04C', '13: 53', 'one port for tcp and udp'),
      error('TD041', '15: 8181', 'a host port alone'),
      error('TD042', '16: 9153', 'taken above; TCP is tcp'),
      warning('TD04E', '16: "TCP"', 'tcp or udp'),
      warning('TD04A', '25: 22', 'SSH of the instance'),
      error('TD04B', '33: "49160-49100"', 'the wrong way round'),
      error('TD04B', '34: "3478-3480"', 'not beside a single port'),
    ],
  },
  'lanternfish/none/task-definition.json': {
    about: 'no network at all',
    findings: [
      error('TD048', '12: "portMappings"', 'nothing to map'),
      error('TD054', '17: "links"', 'nothing to link'),
    ],
  },
  'lanternfish/host/taskdef.json': {
    about: 'the network of the host, as root',
    findings: [
      warning('TD0AC', '4: "host"', 'it sees the memory that the instance’s processes share'),
      warning('TD0B6', '14: "root"', 'root with the network of the host'),
      error('TD040', '18: 19000', 'the host port is the container port'),
      warning('TD0AE', '28: "swappiness"', 'without maxSwap it has no effect'),
      error('TD0AE', '28: 200', '0 to 100'),
      error('TD0AD', '32: "net.core.somaxconn"', 'not with the network of the host'),
      error('TD0AD', '36: "vm.max_map_count"', 'not of a namespace'),
    ],
  },
  'lanternfish/legacy-links/task-definition.json': {
    about: 'a file for bridge, moved to awsvpc',
    findings: [
      error('TD054', '12: "links"', 'containers share localhost'),
      error('TD0A1', '15: "hostname"', 'the interface has one'),
      error('TD0A1', '16: "dnsServers"', 'the subnet has them'),
      error('TD0A1', '19: "extraHosts"', 'not under awsvpc'),
      error('TD040', '28: 0', 'the host port is the container port'),
    ],
  },
  'services-only/worker-service-def.json': {
    kind: 'service',
    about: 'on instances, with placement and alarms',
    findings: [warning('SD067', '28: 150', 'of one task, half is one and one and a half is one too')],
  },
  'services-only/service_definition.json': {
    kind: 'service',
    about: 'as remembered from other tools',
    findings: [
      error('TD008', '8: "CODEDEPLOY"', 'CODE_DEPLOY'),
      error('TD004', '10: "DesiredCount"', 'the case of CloudFormation'),
      error('TD001', '11: "loadbalancers"', 'loadBalancers'),
      error('TD00A', '12: null', 'no version'),
    ],
  },
  'services-only/canary/ecs-service-def.jsonc': {
    kind: 'service',
    about: 'a canary that waits for a person, with a comment',
    findings: [
      warning('TD00B', '2: // Ten percent for a quarter of an hour.', 'the AWS CLI reads no comments'),
      warning('SD06F', '9: "CANARY"', 'nothing sends it traffic that could move in steps'),
    ],
  },
  'services-only/template/service-def.json.j2': { kind: 'service', about: 'Jinja' },
};
