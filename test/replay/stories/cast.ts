import { staff } from './story.ts';

/** The persons of the stories about burdens; each holds one office. */
export const cast = {
  resident: staff('resident', 'resident'),
  worker: staff('worker', 'communityWorker'),
  director: staff('director', 'residentsCommitteeDirector'),
  secretary: staff('secretary', 'partySecretary'),
  inspector: staff('inspector', 'residentsSupervisor'),
  keeper: staff('keeper', 'sealKeeper'),
  officer: staff('officer', 'subdistrictOfficer'),
  leader: staff('leader', 'subdistrictLeader'),
  supervisor: staff('supervisor', 'supervisor'),
  department: staff('department', 'departmentOfficer'),
  relief: staff('relief', 'reliefOfficer'),
  finance: staff('finance', 'districtFinance'),
  district: staff('district', 'districtOfficer'),
} as const;
