import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type GuardRules,
  isProduction,
  protectionOf,
  protectionOfChange,
} from '../../../src/aws/connection/productionGuard.ts';

const prod = { profile: 'prod-admin', account: '444455556666', cluster: 'shop' };

test('prod and production are found as words of their own', () => {
  for (const name of [
    'prod',
    'shop-prod-cluster',
    'production',
    'eu_production',
    'prod2',
    'ShopProd',
    'EUProd',
    'shop_PROD',
    'PROD.eu',
    'pre-prod',
  ]) {
    assert.equal(isProduction(name), true, name);
  }
  for (const name of [
    'nonprod',
    'non-prod',
    'nonProd',
    'NONPROD',
    'NonProd',
    'PRODUCTS',
    'product',
    'products-eu',
    'reproduction',
    'shop-dev',
    '',
  ]) {
    assert.equal(isProduction(name), false, name);
  }
});

test('without a rule, production clusters are asked about and nothing else is', () => {
  assert.equal(protectionOf({ ...prod, cluster: 'shop-prod' }, {}), 'confirm');
  assert.equal(protectionOf(prod, {}), 'none');
  assert.equal(protectionOf({ ...prod, cluster: undefined }, {}), 'none');
});

test('a pattern is held against profile, account and cluster, or against the one that it names', () => {
  const protect = (rules: GuardRules) => protectionOf(prod, rules);
  assert.equal(protect({ 'prod-*': 'read-only' }), 'read-only');
  assert.equal(protect({ '44445555666?': 'read-only' }), 'read-only');
  assert.equal(protect({ 'cluster:shop': 'confirm' }), 'confirm');
  assert.equal(protect({ 'account:shop': 'read-only', 'profile:shop': 'read-only' }), 'none');
  assert.equal(protect({ '*.dmin': 'read-only' }), 'none');
});

test('the strictest rule wins, and a rule of its own stands for the default', () => {
  assert.equal(
    protectionOf(prod, { '*': 'none', 'profile:prod*': 'read-only', 'cluster:shop': 'confirm' }),
    'read-only',
  );
  assert.equal(protectionOf({ ...prod, cluster: 'shop-prod' }, { 'cluster:shop-prod': 'none' }), 'none');
});

test('the cluster of a change is found however the input names it', () => {
  const rules: GuardRules = { 'cluster:web': 'read-only' };
  const arn = 'arn:aws:ecs:eu-west-1:111122223333';
  const naming = [
    { cluster: 'web' },
    { cluster: `${arn}:cluster/web` },
    { clusterName: 'web' },
    { service: `${arn}:service/web/api` },
    { serviceDeploymentArn: `${arn}:service-deployment/web/api/abc` },
    { resourceArn: `${arn}:task/web/0123` },
    { ResourceId: 'service/web/api' },
  ];
  const connection = { profile: 'dev', account: '111122223333' };
  for (const input of naming) {
    assert.equal(protectionOfChange(input, connection, rules).protection, 'read-only', JSON.stringify(input));
  }
  assert.equal(protectionOfChange({ family: 'web' }, connection, rules).protection, 'none');
  assert.equal(protectionOfChange({ cluster: 'other' }, connection, rules).protection, 'none');
});
