import './deployment.css';
import { mountPage } from '../../../webview/page/mountPage.ts';
import { deploymentView } from './deploymentView.ts';

mountPage(deploymentView);
