import * as configureAws from './configureAws.ts';
import * as makeActive from './makeActive.ts';
import * as openConfigFile from './openConfigFile.ts';
import * as pinConnection from './pinConnection.ts';
import * as selectConnection from './selectConnection.ts';
import * as selectProfile from './selectProfile.ts';
import * as selectRegion from './selectRegion.ts';
import * as signIn from './signIn.ts';
import * as unpinConnection from './unpinConnection.ts';

/** The commands that choose connections and sign in. */
export const connectCommands = Object.freeze({
  'ecs.configureAws': configureAws,
  'ecs.makeActive': makeActive,
  'ecs.openConfigFile': openConfigFile,
  'ecs.pinConnection': pinConnection,
  'ecs.selectConnection': selectConnection,
  'ecs.selectProfile': selectProfile,
  'ecs.selectRegion': selectRegion,
  'ecs.signIn': signIn,
  'ecs.unpinConnection': unpinConnection,
});
