<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>ContactsBadge</name>
  <message numerus="yes">
   <source>%Ln hosts contacted</source>
   <translation>
    <numerusform>%Ln host contacted</numerusform>
    <numerusform>%Ln hosts contacted</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>IssuesPanel</name>
  <message numerus="yes">
   <source>%Ln issues</source>
   <translation>
    <numerusform>%Ln issue</numerusform>
    <numerusform>%Ln issues</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>facts</name>
  <message numerus="yes">
   <source>%Ln bytes</source>
   <translation>
    <numerusform>%Ln byte</numerusform>
    <numerusform>%Ln bytes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>policy</name>
  <message numerus="yes">
   <source>%Ln claims</source>
   <translation>
    <numerusform>%Ln claim</numerusform>
    <numerusform>%Ln claims</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>projects</name>
  <message numerus="yes">
   <source>%Ln findings</source>
   <translation>
    <numerusform>%Ln finding</numerusform>
    <numerusform>%Ln findings</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>stores</name>
  <message numerus="yes">
   <source>%Ln stores</source>
   <translation>
    <numerusform>%Ln store</numerusform>
    <numerusform>%Ln stores</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>, %Ln not read</source>
   <translation>
    <numerusform>, %Ln not read</numerusform>
    <numerusform>, %Ln not read</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>visit</name>
  <message numerus="yes">
   <source>%Ln times</source>
   <translation>
    <numerusform>%Ln time</numerusform>
    <numerusform>%Ln times</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message numerus="yes">
   <source>%Ln cookies</source>
   <translation>
    <numerusform>%Ln cookie</numerusform>
    <numerusform>%Ln cookies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days</source>
   <translation>
    <numerusform>%Ln day</numerusform>
    <numerusform>%Ln days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days ago</source>
   <translation>
    <numerusform>%Ln day ago</numerusform>
    <numerusform>%Ln days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln h</source>
   <translation>
    <numerusform>%Ln h</numerusform>
    <numerusform>%Ln h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln min</source>
   <translation>
    <numerusform>%Ln min</numerusform>
    <numerusform>%Ln min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln s</source>
   <translation>
    <numerusform>%Ln s</numerusform>
    <numerusform>%Ln s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>in %Ln days</source>
   <translation>
    <numerusform>in %Ln day</numerusform>
    <numerusform>in %Ln days</numerusform>
   </translation>
  </message>
 </context>
</TS>
