const megabyte = 1_000_000;

const task = (inner: string): string => `{"family":"a","containerDefinitions":[{"name":"a","image":"b",${inner}}]}`;
const fill = (piece: string, length = megabyte): string => piece.repeat(Math.floor(length / piece.length));

/** Texts on which what is written badly never ends, by what is in them. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a megabyte of open brackets': '['.repeat(megabyte),
  'a megabyte of open objects': `{"containerDefinitions":${fill('[{"a":')}`,
  'a megabyte of open placeholders': `{"containerDefinitions": ${fill('{{')}`,
  'a megabyte of placeholders in strings': task(`"user":"${fill('{{ a ')}"`),
  'a megabyte of dollar signs': task(`"user":"${fill('$(')}"`),
  'a megabyte of underscores': task(`"user":"${fill('__a_')}"`),
  'a megabyte of angle brackets': task(`"user":"${fill('<a ')}"`),
  'a megabyte of escapes': task(`"user":"${fill('\\\\')}"`),
  'thousands of containers': `{"containerDefinitions":[${fill('{"name":"a","image":"b","dependsOn":[{"containerName":"c","condition":"START"}]},')}{}]}`,
  'thousands of containers in a chain': `{"networkMode":"bridge","containerDefinitions":[${Array.from({ length: 5000 }, (_, i) => `{"name":"c${i}","image":"b","links":["c${i + 1}"],"dependsOn":[{"containerName":"c${i + 1}","condition":"HEALTHY"}]}`).join()}]}`,
  'thousands of ports': task(`"portMappings":[${fill('{"containerPort":80,"hostPort":80,"name":"a"},')}{}]`),
  'thousands of ranges': task(`"portMappings":[${fill('{"containerPortRange":"80-90"},')}{}]`),
  'thousands of variables': task(`"environment":[${fill('{"name":"A","value":"postgres://a:b@c"},')}{}]`),
  'thousands of unknown members': task(Array.from({ length: 30_000 }, (_, i) => `"unknownMember${i}":1`).join()),
  'thousands of duplicate keys': task(`${fill('"user":"1",')}"user":"1"`),
  'thousands of nulls': task(`"environment":[${fill('{"name":null,"value":null},')}{}]`),
  'thousands of long words': task(`"environment":[${fill('{"name":"' + 'x'.repeat(300) + '","vlaue":"1"},')}{}]`),
  'a long image': task(`"image":"${fill('a/')}"`),
  'a long cpu': `{"cpu":"${fill('1 ')}","memory":"${fill('1.')}","containerDefinitions":[]}`,
  'lone surrogates': task(`"user":"${fill('\uD800')}"`),
  'deep nesting': `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
};

/** The same for what looks from one place of a text to another. */
export const referringTexts: Readonly<Record<string, string>> = {
  'thousands of nulls': task(`"environment":[${fill('{"name":null,"value":null},', 60_000)}{}]`),
  'thousands of references': task(`"dependsOn":[${fill('{"containerName":"a","condition":"START"},', 900_000)}{}]`),
  'thousands of ARNs': task(`"command":[${fill('"arn:aws:iam::123456789012:role/a",', 900_000)}""]`),
  'a long ARN': task(`"user":"arn:aws:ssm:eu-west-1:123456789012:parameter/${fill('a/', 900_000)}"`),
  'a long image': task(`"image":"${fill('a/', 900_000)}"`),
  'a long image of dots': task(`"image":"${fill('a.', 900_000)}:"`),
  'a long log group': task(
    `"logConfiguration":{"options":{"awslogs-region":"eu-west-1","awslogs-group":"${fill('a', 900_000)}"}}`,
  ),
};
