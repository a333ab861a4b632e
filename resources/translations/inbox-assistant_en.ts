<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n replies have not left yet</source>
        <translation>
            <numerusform>%n reply has not left yet</numerusform>
            <numerusform>%n replies have not left yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message numerus="yes">
        <source>Why is no response necessary to these %n threads?</source>
        <translation>
            <numerusform>Why is no response necessary to this thread?</numerusform>
            <numerusform>Why is no response necessary to these %n threads?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n older thread(s) together?</source>
        <translation>
            <numerusform>Settle %n older thread together?</numerusform>
            <numerusform>Settle %n older threads together?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastTab</name>
    <message numerus="yes">
        <source>%n breach(es) until then, the first {first}.</source>
        <translation>
            <numerusform>%n breach until then, {first}.</numerusform>
            <numerusform>%n breaches until then, the first {first}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) counted…</source>
        <translation>
            <numerusform>%n message counted…</numerusform>
            <numerusform>%n messages counted…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message numerus="yes">
        <source>Importing: {done} of %n mail(s)</source>
        <translation>
            <numerusform>Importing: {done} of %n mail</numerusform>
            <numerusform>Importing: {done} of %n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n mail(s) so far</source>
        <translation>
            <numerusform>Importing: %n mail so far</numerusform>
            <numerusform>Importing: %n mails so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n mail(s), which are kept. Going on leaves out what is there.</source>
        <translation>
            <numerusform>Stopped after %n mail, which is kept. Going on leaves out what is there.</numerusform>
            <numerusform>Stopped after %n mails, which are kept. Going on leaves out what is there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n mail(s) added</source>
        <translation>
            <numerusform>%n mail added</numerusform>
            <numerusform>%n mails added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsorted</source>
        <translation>
            <numerusform>%n unsorted</numerusform>
            <numerusform>%n unsorted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairWindow</name>
    <message numerus="yes">
        <source>%n mail(s) read</source>
        <translation>
            <numerusform>%n mail read</numerusform>
            <numerusform>%n mails read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTab</name>
    <message numerus="yes">
        <source>%n breach(es) in 30 days, {still} without an answer, {unexplained} without a cause.</source>
        <translation>
            <numerusform>%n breach in 30 days, {still} without an answer, {unexplained} without a cause.</numerusform>
            <numerusform>%n breaches in 30 days, {still} without an answer, {unexplained} without a cause.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpokenUnits</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n promise(s) overdue</source>
        <translation>
            <numerusform>%n promise overdue</numerusform>
            <numerusform>%n promises overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) and cancellation(s)</source>
        <translation>
            <numerusform>%n claim or cancellation</numerusform>
            <numerusform>%n claims and cancellations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsorted</source>
        <translation>
            <numerusform>%n unsorted</numerusform>
            <numerusform>%n unsorted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesDesk</name>
    <message numerus="yes">
        <source>%n saved reply(s) taken.</source>
        <translation>
            <numerusform>%n saved reply taken.</numerusform>
            <numerusform>%n saved replies taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) written.</source>
        <translation>
            <numerusform>%n saved reply written.</numerusform>
            <numerusform>%n saved replies written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Show %n earlier message</numerusform>
            <numerusform>Show %n earlier messages</numerusform>
        </translation>
    </message>
</context>
</TS>
