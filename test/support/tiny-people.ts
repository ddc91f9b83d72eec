import { person } from './case.ts';

export const resident = person('p-li', '李秀兰', 'resident');
export const worker = person('p-wang', '王建国', 'communityWorker');
export const repairer = person('p-zhao', '赵师傅', 'serviceProvider');
